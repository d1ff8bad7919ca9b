import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";
import type { TitleDetail } from "@/api/types";
import { Poster } from "@/components/atoms/Poster";
import { Sheet } from "@/components/organisms/Sheet";
import { useDepartment } from "@/features/people/useDepartment";
import { personAddress } from "@/lib/addresses";
import { departments, type Credited } from "./crew";

/** Everybody who is named in the credits, in a sheet. */
export function FullCredits({ title, className }: { title: TitleDetail; className?: string }) {
  const { t } = useTranslation();
  const department = useDepartment();
  const cast = (title.credits?.cast ?? []).map(({ character, ...person }) => ({ ...person, note: character }));
  return (
    <Sheet
      title={t("title.creditsOf", { title: title.title })}
      closeLabel={t("title.closeCredits")}
      trigger={
        <button
          type="button"
          className={`rounded text-sm font-semibold text-muted underline underline-offset-4 hover:text-accent ${className ?? ""}`}
        >
          {t("title.fullCredits")}
        </button>
      }
    >
      {cast.length > 0 && <People name={t("title.cast")} people={cast} />}
      {departments(title.credits?.crew ?? []).map(({ name, people }) => (
        <People key={name} name={department(name)} people={people} />
      ))}
    </Sheet>
  );
}

function People({ name, people }: { name: string; people: Credited[] }) {
  return (
    <section>
      <h3 className="display mb-1 flex items-baseline gap-2 text-lg">
        {name}
        <span className="font-sans text-sm font-normal tracking-normal text-faint">{people.length}</span>
      </h3>
      <ul>
        {people.map((person, index) => (
          <li
            key={`${person.personId}-${index}`}
            className="[contain-intrinsic-height:auto_4rem] [content-visibility:auto]"
          >
            <Link
              {...personAddress(person.personId)}
              className="group flex min-h-16 items-center gap-3 rounded-card py-1.5 focus-visible:-outline-offset-2"
            >
              <Poster kind="profile" name={person.profile} title="" sizes="36px" className="w-9 shrink-0" />
              <span className="min-w-0">
                <span className="block text-sm font-semibold group-hover:text-accent">{person.name}</span>
                <span className="block text-2xs text-muted">{person.note}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
