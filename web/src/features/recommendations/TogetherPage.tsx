import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Message } from "@/components/molecules/Message";
import { WallSkeleton } from "@/features/browse/WallSkeleton";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { cx } from "@/lib/cx";
import { useFormats } from "@/lib/format";
import { Company } from "./Company";
import { Evening } from "./Evening";
import { togetherQuery } from "./queries";
import { RecommendedWall } from "./RecommendedWall";
import { isAboutNames, minutesToWait } from "./refused";
import { namesOf, type TogetherSearch } from "./search";

interface Props {
  search: TogetherSearch;
  change: (search: TogetherSearch) => void;
}

/** What several people may all like and none of them has seen, within the time they have. */
export function TogetherPage({ search, change }: Props) {
  const { t } = useTranslation();
  return (
    <div className="gutter pt-4">
      <title>{t("app.pageTitle", { page: t("together.title") })}</title>
      <h1 className="display text-4xl">{t("together.title")}</h1>
      <p className="mt-1.5 max-w-prose text-sm text-muted">{t("together.intro")}</p>
      <div className="mt-6 grid gap-x-12 gap-y-7 rounded-card border border-line bg-surface p-5 sm:p-6 lg:grid-cols-2">
        <Company search={search} change={change} />
        <Evening search={search} change={change} />
      </div>
      <div className="mt-8">
        {search.with ? (
          <Suggested search={search} />
        ) : (
          <Message sign="2" title={t("together.nobody")} detail={t("together.nobodyHint")} level={2} />
        )}
      </div>
    </div>
  );
}

const MINUTE = 60_000; // milliseconds

function Suggested({ search }: Pick<Props, "search">) {
  const { t } = useTranslation();
  const { list, runtime } = useFormats();
  const { data, error, isPlaceholderData } = useQuery({
    ...togetherQuery(search, useLocale()),
    placeholderData: keepPreviousData,
    throwOnError: (thrown, { state }) => state.data === undefined && !isAboutNames(thrown) && !minutesToWait(thrown),
    refetchInterval: ({ state }) => (minutesToWait(state.error) ?? 0) * MINUTE || false,
  });
  const names = namesOf(search);
  const minutes = minutesToWait(error);
  if (minutes) {
    const detail = t("together.tooOften", { time: runtime(minutes) });
    return <Message sign="…" title={t("together.wait")} detail={detail} level={2} />;
  }
  if (isAboutNames(error)) {
    const detail = t("together.unknownHint", { names: list(names) });
    return <Message sign="?" title={t("together.unknown")} detail={detail} level={2} />;
  }
  if (!data) return <WallSkeleton />;
  if (data.length === 0) {
    return <Message sign="0" title={t("together.none")} detail={t("together.noneHint")} level={2} />;
  }
  return (
    <section aria-label={t("together.for", { names: list(names) })}>
      <div className={cx("transition-opacity", isPlaceholderData && "opacity-50")}>
        <RecommendedWall titles={data} />
      </div>
    </section>
  );
}
