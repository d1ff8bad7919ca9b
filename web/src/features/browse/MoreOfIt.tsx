import { useCallback } from "react";
import { useTranslation } from "@/i18n/i18n";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Sentinel } from "@/components/atoms/Sentinel";
import type { Endless } from "@/lib/endless";

/** The end of an endless list: fetches the next page before one gets there, or says why it could not. */
export function MoreOfIt({ query }: { query: Endless<unknown> }) {
  const { t } = useTranslation();
  const { hasNextPage, isFetching, isFetchingNextPage, isFetchNextPageError, fetchNextPage, error } = query;
  const more = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  if (isFetchNextPageError) {
    return (
      <p role="alert" className="flex flex-wrap items-center justify-center gap-4 py-8 text-sm text-muted">
        {error?.message}
        <button type="button" className={buttonStyle()} onClick={more}>
          {t("error.retry")}
        </button>
      </p>
    );
  }
  return (
    <>
      {/* A mark of its own for every page: one that stays in view while a page comes would not call again. */}
      {hasNextPage && !isFetching && <Sentinel key={query.data.pages.length} reached={more} />}
      <p role="status" className="py-8 text-center text-sm text-faint">
        {isFetchingNextPage ? t("browse.more") : !hasNextPage && t("browse.end")}
      </p>
    </>
  );
}
