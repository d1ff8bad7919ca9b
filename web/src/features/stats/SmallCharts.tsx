import type { Statistics } from "@/api/types";
import { BarChart } from "@/components/molecules/BarChart";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { firstDayOfWeek } from "@/lib/days";
import { useFormats } from "@/lib/format";
import { Panel } from "./Panel";
import { useTimes } from "./useTimes";

const MOST_IN_FULL = 12; // decades that have room for four figures each on a phone

/** How much is watched on each day of the week; it is told from Monday on, and shown as the reader's weeks begin. */
export function WeekdayChart({ weekdays }: { weekdays: number[] }) {
  const { t } = useTranslation();
  const { runtime } = useFormats();
  const { weekday, hours } = useTimes();
  const first = (firstDayOfWeek(useLocale()) + 6) % 7;
  const bars = weekdays.map((_, place) => {
    const index = (first + place) % 7;
    const value = weekdays[index] ?? 0;
    const { full, short } = weekday(index);
    return { id: String(index), name: full, mark: short, value };
  });
  return (
    <Panel title={t("stats.weekdays")}>
      <BarChart
        name={t("stats.weekdays")}
        columns={[t("stats.weekday"), t("stats.hours")]}
        bars={bars}
        say={runtime}
        short={hours}
      />
    </Panel>
  );
}

/** When what was watched was made. */
export function DecadeChart({ decades }: { decades: Statistics["decades"] }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const bars = decades.map(({ key, titles }) => ({
    id: key,
    name: t("stats.decade", { year: key }),
    mark: key,
    narrow: decades.length > MOST_IN_FULL ? `’${key.slice(2)}` : key,
    value: titles,
  }));
  return (
    <Panel title={t("stats.decades")}>
      <BarChart
        name={t("stats.decades")}
        columns={[t("stats.decadeName"), t("stats.titles")]}
        bars={bars}
        say={number}
        short={number}
        className="h-52 lg:h-80"
      />
    </Panel>
  );
}

/** How often each rating was given. */
export function RatingChart({ ratings, average }: { ratings: number[]; average: number | null }) {
  const { t } = useTranslation();
  const { number, rating } = useFormats();
  const bars = ratings.map((value, points) => ({
    id: String(points),
    name: rating(points / 2),
    mark: points % 2 === 0 ? number(points / 2) : "",
    value,
  }));
  return (
    <Panel
      title={t("stats.ratings")}
      note={average === null ? undefined : t("stats.average", { rating: number(average) })}
    >
      <BarChart
        name={t("stats.ratings")}
        columns={[t("stats.rating"), t("stats.titles")]}
        bars={bars}
        say={number}
        short={number}
      />
    </Panel>
  );
}
