import { Link } from "@tanstack/react-router";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Message } from "@/components/molecules/Message";
import { useTranslation } from "@/i18n/i18n";

/** In the place of numbers that are all nought; the nearest year that has some is offered. */
export function NothingWatched({ year, years }: { year: number | undefined; years: number[] }) {
  const { t } = useTranslation();
  if (year === undefined) {
    return (
      <Message sign="0" title={t("stats.empty")} detail={t("stats.emptyHint")} level={2}>
        <Link to="/" className={buttonStyle("solid")}>
          {t("stats.discover")}
        </Link>
      </Message>
    );
  }
  const nearest = years.find((one) => one < year) ?? years.at(-1);
  return (
    <Message sign="0" title={t("stats.emptyYear", { year: String(year) })} detail={t("stats.emptyYearHint")} level={2}>
      {nearest !== undefined && nearest !== year && (
        <Link to="/stats/$year" params={{ year: String(nearest) }} className={buttonStyle("solid")}>
          {t("stats.inReview", { year: String(nearest) })}
        </Link>
      )}
      <Link to="/stats" className={buttonStyle()}>
        {t("stats.allTime")}
      </Link>
    </Message>
  );
}
