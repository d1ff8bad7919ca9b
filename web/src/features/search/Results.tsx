import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/i18n";
import type { SearchHit } from "@/api/types";
import { Message } from "@/components/molecules/Message";
import { StaleNotice } from "@/components/molecules/StaleNotice";
import { MoreOfIt } from "@/features/browse/MoreOfIt";
import { GRID_SIZES, PosterGrid } from "@/features/browse/PosterGrid";
import { WallSkeleton } from "@/features/browse/WallSkeleton";
import { useLocale } from "@/features/locale/locale";
import { joined } from "@/lib/pages";
import { Found } from "./Found";
import { GroupedResults } from "./GroupedResults";
import { Hit } from "./Hit";
import { searchQuery } from "./queries";
import { identify, type SearchKind } from "./search";

const show = (hit: SearchHit, eager: boolean) => <Hit hit={hit} sizes={GRID_SIZES} eager={eager} />;

export function Results({ q, kind }: { q: string; kind: SearchKind }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    ...searchQuery(q, kind, useLocale()),
    placeholderData: keepPreviousData,
    throwOnError: (_error, { state }) => state.data === undefined,
  });
  const [first] = query.data?.pages ?? [];
  if (!query.data || !first)
    return (
      <div className="gutter mt-8">
        <WallSkeleton />
      </div>
    );
  if (first.total === 0) {
    return <Message sign="0" title={t("search.empty", { query: q })} detail={first.notice ?? t("search.emptyHint")} />;
  }
  return (
    <>
      <div className="gutter">
        <Found q={q} corrected={first.corrected} total={first.total} />
        <StaleNotice of={first} className="mb-5" />
      </div>
      {kind === "all" ? (
        <GroupedResults q={first.corrected ?? q} hits={first.items} />
      ) : (
        <div className="gutter">
          <PosterGrid
            items={joined(query.data.pages, identify)}
            identity={identify}
            show={show}
            words={kind === "person" ? 5.5 : undefined}
          />
          <MoreOfIt query={query} />
        </div>
      )}
    </>
  );
}
