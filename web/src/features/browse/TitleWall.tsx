import { useTranslation } from "@/i18n/i18n";
import type { Freshness, TitleCard as Title } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Message } from "@/components/molecules/Message";
import { StaleNotice } from "@/components/molecules/StaleNotice";
import { TitleCard } from "@/components/molecules/TitleCard";
import type { Endless } from "@/lib/endless";
import { joined } from "@/lib/pages";
import { MoreOfIt } from "./MoreOfIt";
import { GRID_SIZES, PosterGrid } from "./PosterGrid";

interface Page extends Freshness {
  items: Title[];
}

interface Props {
  query: Endless<Page>;
  /** Takes all filters away, where there are any. */
  clear?: () => void;
}

const identify = (title: Title) => `${title.kind}-${title.id}`;
const show = (title: Title, eager: boolean) => <TitleCard title={title} sizes={GRID_SIZES} eager={eager} />;

/** The titles of an endless query, more of them as one scrolls. */
export function TitleWall({ query, clear }: Props) {
  const { t } = useTranslation();
  const { pages } = query.data;
  const titles = joined(pages, identify);
  const last = pages.at(-1);
  if (titles.length === 0) {
    return (
      <Message sign="0" title={t("browse.empty")} detail={last?.notice ?? t("browse.emptyHint")}>
        {clear && (
          <button type="button" className={buttonStyle("solid")} onClick={clear}>
            {t("browse.clear")}
          </button>
        )}
      </Message>
    );
  }
  return (
    <>
      {last && <StaleNotice of={last} className="mb-5" />}
      <PosterGrid items={titles} identity={identify} show={show} />
      <MoreOfIt query={query} />
    </>
  );
}
