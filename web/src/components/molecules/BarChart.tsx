import { useTranslation } from "@/i18n/i18n";
import { direction } from "@/i18n/languages";
import { columnsOf, type Column } from "@/lib/columns";
import { cx } from "@/lib/cx";

export interface Bar {
  id: string;
  /** In full: "March 2025". */
  name: string;
  /** Below the bar, as short as it must be: "Mar", or nothing. */
  mark: string;
  /** The same for a phone, where it would be too long. */
  narrow?: string;
  value: number;
}

interface Props {
  /** What it shows, for a screen reader; a heading above says it to the eye. */
  name: string;
  /** What the bars are, and what is counted: the heads of the table. */
  columns: [string, string];
  bars: Bar[];
  /** A value in full. */
  say: (value: number) => string;
  /** A value as it stands above its bar. */
  short: (value: number) => string;
  className?: string;
}

// Of the height, in parts of 100: where the bars begin, and how high the highest is.
const FLOOR = 88;
const ROOM = 78;
const MOST_NUMBERED = 24; // bars that are broad enough for a number above each
const MOST_ON_PHONE = 14; // the same there; of more only the highest has one

/** Upright bars side by side; the numbers are in a table for whoever cannot see them. */
export function BarChart({ name, columns, bars, say, short, className = "h-52" }: Props) {
  const { language } = useTranslation();
  const values = bars.map(({ value }) => value);
  const most = Math.max(...values);
  const places = columnsOf(values, direction(language));
  return (
    <div className="relative">
      <svg role="img" aria-label={name} className={cx("block w-full", className)}>
        <line x1="0" x2="100%" y1={`${FLOOR}%`} y2={`${FLOOR}%`} className="stroke-line" />
        {bars.map((bar, index) => {
          const column = places[index];
          const first = index === values.indexOf(most);
          const numbered = bar.value > 0 && (bars.length <= MOST_NUMBERED || first);
          return (
            column && (
              <Upright
                key={bar.id}
                bar={bar}
                column={column}
                highest={bar.value === most}
                told={say(bar.value)}
                number={numbered ? short(bar.value) : ""}
                crowded={bars.length > MOST_ON_PHONE && !first}
              />
            )
          );
        })}
      </svg>
      <table className="sr-only">
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{columns[0]}</th>
            <th scope="col">{columns[1]}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.id}>
              <th scope="row">{bar.name}</th>
              <td>{say(bar.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface UprightProps {
  bar: Bar;
  column: Column;
  highest: boolean;
  told: string;
  number: string;
  /** Without the number on a phone. */
  crowded: boolean;
}

function Upright({ bar, column, highest, told, number, crowded }: UprightProps) {
  const height = column.height * ROOM;
  const middle = `${column.middle}%`;
  return (
    <g className="group">
      <title>{`${bar.name}: ${told}`}</title>
      <rect x={`${column.place.x}%`} width={`${column.place.width}%`} height="100%" className="fill-transparent" />
      <rect
        x={`${column.x}%`}
        y={`${FLOOR - height}%`}
        width={`${column.width}%`}
        height={`${height}%`}
        rx="2"
        className={cx("transition-[fill] group-hover:fill-accent", highest ? "fill-accent" : "fill-accent/55")}
      />
      <text
        x={middle}
        y={`${FLOOR - height}%`}
        dy="-0.5em"
        textAnchor="middle"
        className={cx("fill-muted text-3xs", crowded && "max-sm:hidden")}
      >
        {number}
      </text>
      {[
        { text: bar.mark, where: bar.narrow === undefined ? undefined : "max-sm:hidden" },
        { text: bar.narrow ?? "", where: "sm:hidden" },
      ].map(({ text, where }) => (
        <text key={where ?? ""} x={middle} y="98%" textAnchor="middle" className={cx("fill-muted text-3xs", where)}>
          {text}
        </text>
      ))}
    </g>
  );
}
