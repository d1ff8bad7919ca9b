import type { Statistics } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";
import { MonthChart } from "../MonthChart";
import { NothingWatched } from "../NothingWatched";
import { isEmpty } from "../queries";
import { Totals } from "../Totals";
import { useHowMuch } from "../useHowMuch";
import { useFormats } from "@/lib/format";
import { Posters } from "./Posters";
import { YearFaces } from "./YearFaces";
import { YearHead } from "./YearHead";
import { YearSteps } from "./YearSteps";
import { YearTickets } from "./YearTickets";

/** One's own year on a page that one may show to others, or print. */
export function YearPage({ year, stats }: { year: number; stats: Statistics }) {
  const { t } = useTranslation();
  const { rating } = useFormats();
  const howMuch = useHowMuch();
  const empty = isEmpty(stats);
  return (
    <article data-paper>
      <title>{t("app.pageTitle", { page: t("stats.inReview", { year: String(year) }) })}</title>
      <YearHead year={year} stats={stats} />
      {empty ? (
        <NothingWatched year={year} years={stats.years} />
      ) : (
        <div className="gutter mt-10 space-y-14 md:px-(--inset)">
          <Totals of={stats} />
          <Posters
            name={t("stats.bestRated")}
            items={stats.bestRated.map(({ title, rating: given }) => ({ title, note: `★ ${rating(given)}` }))}
          />
          <YearTickets of={stats} />
          {stats.daysWatched > 0 && <MonthChart months={stats.months} year={year} />}
          <Posters
            name={t("stats.mostWatched")}
            items={stats.mostWatched.map((watched) => ({ title: watched.title, note: howMuch(watched) }))}
          />
          <YearFaces of={stats} />
        </div>
      )}
      <YearSteps year={year} years={stats.years} />
    </article>
  );
}
