import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";
import type { CrewMember, TitleDetail } from "@/api/types";
import { personAddress } from "@/lib/addresses";
import { makers } from "./crew";
import { FullCredits } from "./FullCredits";

const NAMED = 4; // of one role; the rest is in the full credits

/** Who made it: the first names in a sentence, everybody else in a sheet. */
export function Makers({ title }: { title: TitleDetail }) {
  const { t } = useTranslation();
  const crew = title.credits?.crew ?? [];
  const first = makers(crew);
  if (crew.length === 0) return null;
  return (
    <div className="mt-5 text-sm">
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        {first.map(({ role, people }) => (
          <div key={role}>
            <dt className="text-2xs text-muted">{t(`title.${role}`)}</dt>
            <dd className="mt-0.5 font-semibold">
              <Names people={people.slice(0, NAMED)} />
            </dd>
          </div>
        ))}
      </dl>
      <FullCredits title={title} className="mt-3 inline-block" />
    </div>
  );
}

function Names({ people }: { people: CrewMember[] }) {
  return people.map(({ personId, name }, index) => (
    <span key={personId}>
      {index > 0 && ", "}
      <Link {...personAddress(personId)} className="underline-offset-4 hover:text-accent hover:underline">
        {name}
      </Link>
    </span>
  ));
}
