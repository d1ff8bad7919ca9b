import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Sparkles } from "lucide-react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Select } from "@/components/atoms/Select";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { Numbers } from "./Numbers";
import { NothingWatched } from "./NothingWatched";
import { isEmpty, statsQuery } from "./queries";
import { StatsSkeleton } from "./StatsSkeleton";

interface Props {
  year: number | undefined;
  choose: (year: number | undefined) => void;
}

/** What one has watched and rated, in numbers. */
export function StatsPage({ year, choose }: Props) {
  const { t } = useTranslation();
  const { data: stats } = useQuery({
    ...statsQuery(year, useLocale()),
    placeholderData: keepPreviousData,
    throwOnError: (_error, { state }) => state.data === undefined,
  });
  return (
    <div className="pt-4">
      <title>{t("app.pageTitle", { page: t("stats.title") })}</title>
      <div className="gutter mb-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
        <h1 className="display text-4xl">{t("stats.title")}</h1>
        {stats && stats.years.length > 0 && <YearChoice years={stats.years} year={year} choose={choose} />}
      </div>
      {stats ? (
        isEmpty(stats) ? (
          <NothingWatched year={year} years={stats.years} />
        ) : (
          <Numbers of={stats} year={year} />
        )
      ) : (
        <StatsSkeleton />
      )}
    </div>
  );
}

function YearChoice({ years, year, choose }: Props & { years: number[] }) {
  const { t } = useTranslation();
  const [latest] = years;
  const all = year === undefined || years.includes(year) ? years : [year, ...years];
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Select
        aria-label={t("stats.year")}
        value={year ?? ""}
        onChange={({ target }) => {
          choose(target.value ? Number(target.value) : undefined);
        }}
      >
        <option value="">{t("stats.allTime")}</option>
        {all.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Select>
      <Link to="/stats/$year" params={{ year: String(year ?? latest) }} className={buttonStyle()}>
        <Sparkles aria-hidden />
        {t("stats.inReview", { year: String(year ?? latest) })}
      </Link>
    </div>
  );
}
