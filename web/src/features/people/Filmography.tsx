import { useId, useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import type { FilmographyItem, TitleKind } from "@/api/types";
import { chipStyle } from "@/components/atoms/buttonStyle";
import { DepartmentWorks } from "./DepartmentWorks";
import { byDepartment, ofKind } from "./filmography";

const KINDS = [undefined, "movie", "tv"] as const;

interface Props {
  filmography: FilmographyItem[];
  /** The person's own department, which comes first. */
  department: string;
}

/** Everything a person did, by department and year. */
export function Filmography({ filmography, department }: Props) {
  const { t } = useTranslation();
  const heading = useId();
  const [kind, setKind] = useState<TitleKind>();
  if (filmography.length === 0) return null;
  const both = KINDS.every((one) => ofKind(filmography, one).length > 0);
  return (
    <section aria-labelledby={heading} className="gutter mt-14">
      <div className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <h2 id={heading} className="display text-3xl">
          {t("person.filmography")}
        </h2>
        {both && (
          <div role="group" aria-label={t("person.kinds.label")} className="flex gap-2">
            {KINDS.map((one) => (
              <button
                key={one ?? "all"}
                type="button"
                aria-pressed={kind === one}
                className={chipStyle(kind === one)}
                onClick={() => {
                  setKind(one);
                }}
              >
                {t(`person.kinds.${one ?? "all"}`)}
              </button>
            ))}
          </div>
        )}
      </div>
      <div className="grid max-w-6xl grid-cols-1 items-start gap-x-14 gap-y-10 xl:grid-cols-2">
        {byDepartment(ofKind(filmography, kind), department).map((one) => (
          <DepartmentWorks key={one.name} department={one} />
        ))}
      </div>
    </section>
  );
}
