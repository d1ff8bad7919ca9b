import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";
import type { CrewMember } from "@/api/types";
import { personAddress } from "@/lib/addresses";
import { makers, others } from "./crew";

/** Who made it: the first names in a sentence, the rest of the crew behind a fold. */
export function Makers({ crew }: { crew: CrewMember[] }) {
  const { t } = useTranslation();
  const first = makers(crew);
  const rest = others(crew);
  if (crew.length === 0) return null;
  return (
    <div className="mt-5 text-sm">
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        {first.map(({ role, people }) => (
          <div key={role}>
            <dt className="text-2xs text-muted">{t(`title.${role}`)}</dt>
            <dd className="mt-0.5 font-semibold">
              <Names people={people} />
            </dd>
          </div>
        ))}
      </dl>
      {rest.length > 0 && (
        <details className="mt-4">
          <summary className="w-fit rounded text-muted hover:text-ink">
            {t("title.fullCrew", { count: rest.length })}
          </summary>
          <dl className="mt-3 grid gap-x-8 gap-y-2 sm:grid-cols-2 xl:grid-cols-3">
            {rest.map(({ job, people }) => (
              <div key={job}>
                <dt className="text-2xs text-muted">{job}</dt>
                <dd>
                  <Names people={people} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
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
