import { SlidersHorizontal } from "lucide-react";
import { Dialog } from "radix-ui";
import { useTranslation } from "@/i18n/i18n";
import type { TitleKind } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Select } from "@/components/atoms/Select";
import { Sheet } from "@/components/organisms/Sheet";
import { choice } from "@/lib/search";
import { FilterFields } from "./FilterFields";
import { countFilters, SORTS, type Filters } from "./filters";

interface Props {
  kind: TitleKind;
  filters: Filters;
  change: (filters: Filters) => void;
  /** How many titles pass, in words; empty while that is not known. */
  count: string;
}

export function BrowseToolbar({ kind, filters, change, count: found }: Props) {
  const { t } = useTranslation();
  const count = countFilters(filters);
  return (
    <div className="flex flex-wrap gap-3">
      <Select
        aria-label={t("browse.sort")}
        value={filters.sort ?? "popularity"}
        onChange={(event) => {
          change({ ...filters, sort: choice(event.target.value, SORTS) });
        }}
      >
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {t(`browse.sorts.${sort}`)}
          </option>
        ))}
      </Select>
      <Sheet
        title={t("browse.filters")}
        closeLabel={t("browse.close")}
        trigger={
          <button type="button" className={buttonStyle()}>
            <SlidersHorizontal aria-hidden />
            <span aria-hidden>{t("browse.filters")}</span>
            <span className="sr-only">{count > 0 ? t("browse.filtersOn", { count }) : t("browse.filters")}</span>
            {count > 0 && (
              <span aria-hidden className="rounded-full bg-accent px-2 text-2xs leading-5 text-on-accent">
                {count}
              </span>
            )}
          </button>
        }
        footer={
          <>
            <button
              type="button"
              className={buttonStyle("soft")}
              disabled={count === 0}
              onClick={() => {
                change({ sort: filters.sort });
              }}
            >
              {t("browse.clear")}
            </button>
            <Dialog.Close className={buttonStyle("solid", "flex-1")}>
              {t("browse.show", { titles: found })}
            </Dialog.Close>
          </>
        }
      >
        <FilterFields kind={kind} filters={filters} change={change} />
      </Sheet>
    </div>
  );
}
