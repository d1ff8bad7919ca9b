import { Check } from "lucide-react";
import { CardLink } from "@/components/atoms/CardLink";
import { useTranslation } from "@/i18n/i18n";
import { locale } from "@/i18n/languages";
import { cx } from "@/lib/cx";
import { useFormats } from "@/lib/format";
import { keyOf, type Told } from "./days";
import { useWords } from "./useWords";

const SHOWN = 3; // in a day's box; the rest unfolds

interface Props {
  days: string[];
  month: string;
  today: string;
  told: Map<string, Told[]>;
}

/** A month as a sheet on the wall, where there is the width for it. */
export function MonthGrid({ days, month, today, told }: Props) {
  const { language } = useTranslation();
  const { date } = useFormats();
  const weekday = new Intl.DateTimeFormat(locale(language), { weekday: "short", timeZone: "UTC" });
  return (
    <div className="max-lg:hidden">
      <div aria-hidden className="grid grid-cols-7 text-2xs text-faint">
        {days.slice(0, 7).map((day) => (
          <span key={day} className="px-2 pb-2">
            {weekday.format(new Date(day))}
          </span>
        ))}
      </div>
      <ol className="grid grid-cols-7 gap-px overflow-hidden rounded-card border border-line bg-line">
        {days.map((day) => (
          <li
            key={day}
            aria-current={day === today ? "date" : undefined}
            className={cx("min-h-30 min-w-0 p-1.5", day.startsWith(month) ? "bg-surface" : "bg-ground text-faint")}
          >
            <time
              dateTime={day}
              aria-label={date(day)}
              className={cx(
                "mb-1 inline-flex size-7 items-center justify-center rounded-full text-sm",
                day === today && "bg-accent font-semibold text-on-accent",
              )}
            >
              {Number(day.slice(8))}
            </time>
            <DayItems items={told.get(day) ?? []} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function DayItems({ items }: { items: Told[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  const rest = items.slice(SHOWN);
  return (
    <>
      <Lines items={items.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary className="cursor-pointer rounded-inner px-1.5 py-1 text-2xs text-muted hover:bg-ink/7">
            {t("history.calendar.others", { count: rest.length })}
          </summary>
          <Lines items={rest} />
        </details>
      )}
    </>
  );
}

function Lines({ items }: { items: Told[] }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <ul>
      {items.map((one) => {
        const { to, part } = words(one);
        return (
          <li key={keyOf(one)}>
            <CardLink to={to} className="block rounded-inner px-1.5 py-1 text-ink -outline-offset-2 hover:bg-ink/7">
              <span dir="auto" className="line-clamp-1 text-2xs font-semibold">
                {one.title.title}
              </span>
              <span className="flex items-center gap-1 text-2xs text-muted">
                {one.seen && <Check aria-label={t("history.watched")} className="size-3 text-accent" />}
                <span className="line-clamp-1">{[part, one.episode?.title].filter(Boolean).join(" · ")}</span>
              </span>
            </CardLink>
          </li>
        );
      })}
    </ul>
  );
}
