import { Link } from "@tanstack/react-router";
import type { Recommended } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Message } from "@/components/molecules/Message";
import { useTranslation } from "@/i18n/i18n";
import { RecommendedWall } from "./RecommendedWall";

interface Props {
  /** What is well known, for want of anything better. */
  titles: Recommended[];
  again: () => void;
}

/** For whoever has liked nothing yet: what to do, and titles to do it with; or that nothing has been learnt so far. */
export function NothingToGoBy({ titles, again }: Props) {
  const { t } = useTranslation();
  const look = (
    <button type="button" className={buttonStyle("solid")} onClick={again}>
      {t("forYou.again")}
    </button>
  );
  if (titles.length === 0) {
    return (
      <Message sign="…" title={t("forYou.notYet")} detail={t("forYou.notYetHint")} level={2}>
        {look}
        <Link to="/" className={buttonStyle()}>
          {t("nav.discover")}
        </Link>
      </Message>
    );
  }
  return (
    <>
      <Message sign="♥" title={t("forYou.nothing")} detail={t("forYou.nothingHint")} level={2}>
        {look}
      </Message>
      <h2 className="display mb-4 text-heading">{t("forYou.wellKnown")}</h2>
      <RecommendedWall titles={titles} />
    </>
  );
}
