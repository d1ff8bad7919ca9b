import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Popcorn } from "lucide-react";
import type { TitleKind } from "@/api/types";
import { buttonStyle, chipStyle } from "@/components/atoms/buttonStyle";
import { WallSkeleton } from "@/features/browse/WallSkeleton";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { cx } from "@/lib/cx";
import { NothingToGoBy } from "./NothingToGoBy";
import { forMeQuery } from "./queries";
import { RecommendedWall } from "./RecommendedWall";
import { KINDS } from "./search";

interface Props {
  kind: TitleKind | undefined;
}

/** What somebody may like and has not seen, each with its reason. */
export function ForYouPage({ kind }: Props) {
  const { t } = useTranslation();
  const query = useQuery({
    ...forMeQuery(kind, useLocale()),
    placeholderData: keepPreviousData,
    throwOnError: (_error, { state }) => state.data === undefined,
  });
  const isKnown = query.data?.some(({ reason }) => reason.becauseOf);
  return (
    <div className="gutter pt-4">
      <title>{t("app.pageTitle", { page: t("forYou.title") })}</title>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
        <div>
          <h1 className="display text-4xl">{t("forYou.title")}</h1>
          <p className="mt-1.5 max-w-prose text-sm text-muted">{t("forYou.intro")}</p>
        </div>
        <Link to="/together" className={buttonStyle()}>
          <Popcorn aria-hidden />
          {t("together.title")}
        </Link>
      </div>
      <KindTabs kind={kind} />
      <div className={cx("mt-6 transition-opacity", query.isPlaceholderData && "opacity-50")}>
        {!query.data ? (
          <WallSkeleton />
        ) : isKnown ? (
          <RecommendedWall titles={query.data} />
        ) : (
          <NothingToGoBy titles={query.data} again={() => void query.refetch()} />
        )}
      </div>
    </div>
  );
}

function KindTabs({ kind }: Props) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("forYou.kind")} className="mt-5">
      <ul className="flex flex-wrap gap-2">
        {([undefined, ...KINDS] as const).map((one) => (
          <li key={one ?? "all"}>
            <Link
              to="/for-you"
              search={one ? { kind: one } : {}}
              replace
              resetScroll={false}
              aria-current={one === kind ? "page" : undefined}
              className={chipStyle(one === kind)}
            >
              {t(`forYou.kinds.${one ?? "all"}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
