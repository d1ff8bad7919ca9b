import type { Statistics } from "@/api/types";
import { BarChart } from "@/components/molecules/BarChart";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { Panel } from "./Panel";
import { isYear, periodsOf, type Period } from "./periods";
import { useTimes } from "./useTimes";

const MOST_NAMED = 14; // months that have room for a name each
const [QUARTER, HALF] = [3, 6]; // of more months every such one is named; on a phone every second of those

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
    if (periods.length > MOST_NAMED) {
      const month = Number(period.id.slice(5)) - 1;
      const mark = month === 0 ? period.id.slice(0, 4) : short;
      return { name: full, mark: month % QUARTER === 0 ? mark : "", narrow: month % HALF === 0 ? mark : "" };
    }
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
