import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";
import { Poster } from "@/components/atoms/Poster";
import { titleAddress } from "@/lib/addresses";
import type { Department, Work } from "./filmography";
import { useDepartment } from "./useDepartment";

/** Everything a person did, by department and year. */
export function Filmography({ departments }: { departments: Department[] }) {
  const { t } = useTranslation();
  const name = useDepartment();
  if (departments.length === 0) return null;
  return (
    <section className="gutter mt-14">
      <h2 className="sr-only">{t("person.filmography")}</h2>
      <div className="grid max-w-6xl items-start gap-x-14 gap-y-10 xl:grid-cols-2">
        {departments.map((department) => (
          <section key={department.name}>
            <h3 className="display mb-2 flex items-baseline gap-2.5 text-heading">
              {name(department.name)}
              <span className="font-sans text-sm font-normal tracking-normal text-faint">
                {department.works.length}
              </span>
            </h3>
            <ol className="divide-y divide-line/70 border-y border-line/70">
              {department.works.map((work) => (
                <WorkRow key={work.title.id} work={work} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </section>
  );
}

function WorkRow({ work: { title, parts } }: { work: Work }) {
  return (
    <li>
      <Link {...titleAddress(title)} className="group flex items-center gap-4 py-2.5 focus-visible:-outline-offset-2">
        <span className="w-10 shrink-0 text-sm text-muted tabular-nums">{title.year ?? "–"}</span>
        <Poster name={title.poster} title="" sizes="36px" className="w-9 shrink-0" />
        <span className="min-w-0">
          <span className="block text-sm font-semibold group-hover:text-accent">{title.title}</span>
          <span className="block text-2xs text-muted">{parts.join(", ")}</span>
        </span>
      </Link>
    </li>
  );
}
