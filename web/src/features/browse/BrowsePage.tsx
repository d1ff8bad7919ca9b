import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/i18n";
import type { TitleKind } from "@/api/types";
import { useLocale } from "@/features/locale/locale";
import { cx } from "@/lib/cx";
import { ActiveFilters } from "./ActiveFilters";
import { BrowseToolbar } from "./BrowseToolbar";
import type { Filters } from "./filters";
import { browseQuery } from "./queries";
import { TitleWall } from "./TitleWall";
import { WallSkeleton } from "./WallSkeleton";

interface Props {
  kind: TitleKind;
  filters: Filters;
  change: (filters: Filters) => void;
}

/** All films, or all series, that pass the filters in the address. */
export function BrowsePage({ kind, filters, change }: Props) {
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    ...browseQuery(kind, filters, useLocale()),
    placeholderData: keepPreviousData,
    throwOnError: (_error, { state }) => state.data === undefined,
  });
  const total = query.data?.pages[0]?.total;
  const name = t(kind === "movie" ? "browse.movies" : "browse.tv");
  const count = typeof total === "number" ? t("browse.count", { count: total }) : ""; // nobody counts it for some viewers
  return (
    <div className="pt-4">
      <title>{t("app.pageTitle", { page: name })}</title>
      <div className="gutter">
        <h1 className="display text-4xl">{name}</h1>
        <p role="status" className="mt-1 min-h-5 text-sm text-muted">
          {count}
        </p>
      </div>
      <div className="gutter sticky top-(--header) z-10 mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 bg-ground py-2">
        <BrowseToolbar kind={kind} filters={filters} change={change} count={count} />
        <ActiveFilters filters={filters} change={change} />
      </div>
      <div className={cx("gutter mt-4 transition-opacity", query.isPlaceholderData && "opacity-50")}>
        {query.data ? (
          <TitleWall
            query={query}
            clear={() => {
              change({});
            }}
          />
        ) : (
          <WallSkeleton />
        )}
      </div>
    </div>
  );
}
