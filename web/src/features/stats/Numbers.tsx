import type { Statistics } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { DayFacts } from "./DayFacts";
import { MonthChart } from "./MonthChart";
import { Ranking } from "./Ranking";
import { BestRated, MostWatched, People } from "./shelves";
import { DecadeChart, RatingChart, WeekdayChart } from "./SmallCharts";
import { Totals } from "./Totals";

const WORDLESS = "xx"; // as providers call a film without a language

/** All numbers, from how much and when to what and whose. */
export function Numbers({ of: stats, year }: { of: Statistics; year: number | undefined }) {
  const { t } = useTranslation();
  const { region, language } = useFormats();
  const watched = stats.daysWatched > 0;
  return (
    <div className="flex flex-col gap-12">
      {watched && (
        <div className="gutter space-y-10">
          <Totals of={stats} />
          <div className="grid gap-4 lg:grid-cols-2 lg:gap-6">
            <div className="lg:col-span-2">
              <MonthChart months={stats.months} year={year} />
            </div>
            <WeekdayChart weekdays={stats.weekdays} />
            <DayFacts of={stats} />
          </div>
        </div>
      )}
      <MostWatched of={stats.mostWatched} />
      {watched && (
        <div className="gutter grid gap-4 lg:grid-cols-2 lg:gap-6">
          <Ranking title={t("stats.genres")} of={stats.genres} name={({ name }) => name} />
          {stats.decades.length > 0 && <DecadeChart decades={stats.decades} />}
          <Ranking title={t("stats.countries")} of={stats.countries} name={({ key }) => region(key)} />
          <Ranking
            title={t("stats.languages")}
            of={stats.languages}
            name={({ key }) => (key === WORDLESS ? t("stats.wordless") : language(key))}
          />
        </div>
      )}
      <People name={t("stats.directors")} of={stats.directors} />
      <People name={t("stats.cast")} of={stats.cast} />
      {stats.averageRating !== null && (
        <div className="gutter">
          <RatingChart ratings={stats.ratings} average={stats.averageRating} />
        </div>
      )}
      <BestRated of={stats.bestRated} />
    </div>
  );
}
