import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { chipStyle } from "@/components/atoms/buttonStyle";
import { Bone, Skeleton } from "@/components/atoms/Skeleton";
import { Message } from "@/components/molecules/Message";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { cx } from "@/lib/cx";
import { joined } from "@/lib/pages";
import { useDebounced } from "@/lib/useDebounced";
import { HistoryWall } from "./HistoryWall";
import { PlannedShelf } from "./PlannedShelf";
import { historyKindsQuery, historyQuery, type HistoryFilters } from "./queries";
import UpNextShelf from "./UpNextShelf";

const PAUSE = 250; // milliseconds without a key, then it is looked for
const KINDS = ["", "movie", "tv"] as const;

/** What one is in the middle of, what one plans, and all that one has watched, day by day. */
export function HistoryPage() {
  const { t } = useTranslation();
  const [filters, setFilters] = useState<HistoryFilters>({ text: "", kind: "" });
  const text = useDebounced(filters.text.trim(), PAUSE);
  const { data: kinds } = useQuery(historyKindsQuery(text));
  const isFiltered = filters.text !== "" || filters.kind !== "";
  return (
    <div className="pt-4">
      <title>{t("app.pageTitle", { page: t("history.title") })}</title>
      <h1 className="gutter display mb-6 text-4xl">{t("history.title")}</h1>
      {!isFiltered && (
        <div className="mb-10 flex flex-col gap-10 empty:hidden">
          <UpNextShelf more={false} />
          <PlannedShelf />
        </div>
      )}
      <section aria-labelledby="watched" className="gutter max-w-4xl">
        <h2 id="watched" className="display mb-4 text-heading">
          {t("history.seenHeading")}
        </h2>
        <div className="mb-5 flex flex-wrap items-center gap-2">
          <input
            type="search"
            aria-label={t("history.find")}
            placeholder={t("history.find")}
            value={filters.text}
            maxLength={200}
            className="h-11 w-full rounded-card border border-edge/55 bg-surface px-3.5 placeholder:text-faint hover:border-edge sm:w-72"
            onChange={({ target }) => {
              setFilters({ ...filters, text: target.value });
            }}
          />
          {KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={filters.kind === kind}
              disabled={kind !== "" && kind !== filters.kind && kinds?.includes(kind) === false}
              className={cx(chipStyle(filters.kind === kind), "disabled:pointer-events-none disabled:opacity-40")}
              onClick={() => {
                setFilters({ ...filters, kind });
              }}
            >
              {kind ? t(`kind.${kind}`) : t("history.everything")}
            </button>
          ))}
        </div>
        <Viewings filters={{ ...filters, text }} isFiltered={isFiltered} />
      </section>
    </div>
  );
}

function Viewings({ filters, isFiltered }: { filters: HistoryFilters; isFiltered: boolean }) {
  const { t } = useTranslation();
  const options = historyQuery(filters, useLocale());
  const query = useInfiniteQuery({ ...options, placeholderData: (before) => before });
  const { data, error } = query;
  if (!data) {
    return error ? (
      <p role="alert" className="text-sm text-bad">
        {error.message}
      </p>
    ) : (
      <Skeleton className="space-y-3">
        <Bone className="h-20 w-full" />
        <Bone className="h-20 w-full" />
        <Bone className="h-20 w-full" />
      </Skeleton>
    );
  }
  const viewings = joined(data.pages, ({ id }) => String(id));
  if (viewings.length === 0) {
    return (
      <Message
        sign="0"
        level={3}
        title={t(isFiltered ? "history.nothingFound" : "history.empty")}
        detail={t(isFiltered ? "history.nothingFoundHint" : "history.emptyHint")}
      />
    );
  }
  return <HistoryWall viewings={viewings} queryKey={options.queryKey} query={{ ...query, data }} />;
}
