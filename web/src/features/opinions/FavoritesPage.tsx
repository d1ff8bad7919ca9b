import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/i18n";
import { WallSkeleton } from "@/features/browse/WallSkeleton";
import { useLocale } from "@/features/locale/locale";
import { cx } from "@/lib/cx";
import { FavoritesToolbar } from "./FavoritesToolbar";
import type { OpinionFilters, OpinionSearch } from "./filters";
import { OpinionWall } from "./OpinionWall";
import { opinionsQuery } from "./queries";
import { ShelfTabs } from "./ShelfTabs";
import { useStanding } from "./useStanding";

interface Props {
  search: OpinionSearch;
  change: (filters: OpinionFilters) => void;
}

/** What somebody loves, what they have rated, and what they want to see no more of. */
export function FavoritesPage({ search: { shelf: chosen, ...filters }, change }: Props) {
  const shelf = chosen ?? "favorites";
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    ...opinionsQuery(shelf, filters, useLocale()),
    placeholderData: keepPreviousData,
    throwOnError: (_error, { state }) => state.data === undefined,
  });
  const { items, total } = useStanding(shelf, query.data?.pages);
  const name = t(`favorites.${shelf}`);
  return (
    <div className="gutter pt-4">
      <title>{t("app.pageTitle", { page: name })}</title>
      <h1 className="display text-4xl">{name}</h1>
      <p role="status" className="mt-1 min-h-5 text-sm text-muted">
        {total !== undefined && t("favorites.count", { count: total })}
      </p>
      <ShelfTabs shelf={shelf} />
      <FavoritesToolbar key={shelf} shelf={shelf} filters={filters} change={change} />
      <div className={cx("mt-5 transition-opacity", query.isPlaceholderData && "opacity-50")}>
        {query.data ? (
          <OpinionWall shelf={shelf} filters={filters} items={items} query={query} clear={change} />
        ) : (
          <WallSkeleton />
        )}
      </div>
    </div>
  );
}
