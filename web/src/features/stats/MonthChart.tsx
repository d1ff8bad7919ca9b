import type { Statistics } from "@/api/types";
import { BarChart } from "@/components/molecules/BarChart";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { Panel } from "./Panel";
import { isYear, periodsOf, type Period } from "./periods";
import { useTimes } from "./useTimes";

const MOST_NAMED = 14; // months that have room for a name each

/** How much was watched, month by month. */
export function MonthChart({ months, year }: { months: Statistics["months"]; year?: number }) {
  const { t } = useTranslation();
  const { runtime } = useFormats();
  const times = useTimes();
  const periods = periodsOf(months, year);
  const yearly = periods.every(isYear);
  const named = (period: Period) => {
    if (yearly) return { name: period.id, mark: period.id, narrow: `’${period.id.slice(2)}` };
    const { full, short, narrow } = times.month(period.id);
    const begins = period.id.endsWith("-01");
    if (periods.length > MOST_NAMED) return { name: full, mark: begins ? period.id.slice(0, 4) : "" };
    return { name: full, mark: short, narrow };
  };
  const title = t(yearly ? "stats.perYear" : "stats.perMonth");
  return (
    <Panel title={title}>
      <BarChart
        name={title}
        columns={[t(yearly ? "stats.year" : "stats.month"), t("stats.hours")]}
        bars={periods.map((period) => ({ id: period.id, value: period.minutes, ...named(period) }))}
        say={runtime}
        short={times.hours}
        className="h-52 sm:h-64"
      />
    </Panel>
  );
}
