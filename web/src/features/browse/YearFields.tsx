import { useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import { number } from "@/lib/search";
import type { Filters } from "./filters";

interface Props {
  filters: Filters;
  change: (filters: Filters) => void;
}

export function YearFields({ filters, change }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend className="mb-2.5 text-sm font-semibold">{t("browse.years")}</legend>
      <div className="grid grid-cols-2 gap-3">
        <YearField
          label={t("browse.from")}
          value={filters.yearFrom}
          set={(yearFrom) => {
            change({ ...filters, yearFrom });
          }}
        />
        <YearField
          label={t("browse.to")}
          value={filters.yearTo}
          set={(yearTo) => {
            change({ ...filters, yearTo });
          }}
        />
      </div>
    </fieldset>
  );
}

interface YearFieldProps {
  label: string;
  value: number | undefined;
  set: (year: number | undefined) => void;
}

/** Takes effect when the year is whole: on the fourth digit, or when it is emptied. */
function YearField({ label, value, set }: YearFieldProps) {
  const [text, setText] = useState(value?.toString() ?? "");
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    setText(value?.toString() ?? "");
  }
  return (
    <label className="text-2xs text-muted">
      {label}
      <input
        inputMode="numeric"
        maxLength={4}
        placeholder="1954"
        value={text}
        onChange={(event) => {
          const next = event.target.value.replace(/\D/g, "");
          setText(next);
          const year = number(next, 1870, 2200);
          if (next === "" || year !== undefined) set(year);
        }}
        className="mt-1 h-11 w-full rounded-card border border-line bg-ground px-3.5 text-base text-ink placeholder:text-faint hover:border-edge"
      />
    </label>
  );
}
