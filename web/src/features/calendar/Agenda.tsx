import { Check } from "lucide-react";
import { CardLink } from "@/components/atoms/CardLink";
import { Poster } from "@/components/atoms/Poster";
import { useTranslation } from "@/i18n/i18n";
import { locale } from "@/i18n/languages";
import { cx } from "@/lib/cx";
import { keyOf, type Told } from "./days";
import { useWords } from "./useWords";

interface Props {
  month: string;
  today: string;
  told: Map<string, Told[]>;
}

/** The same month as a list of the days on which there is something, for narrow windows. */
export function Agenda({ month, today, told }: Props) {
  const { t, language } = useTranslation();
  const words = useWords();
  const format = new Intl.DateTimeFormat(locale(language), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }); // prettier-ignore
  const days = [...told].filter(([day]) => day.startsWith(month));
  if (days.length === 0) {
    return (
      <p className="rounded-card border border-line bg-surface px-4 py-8 text-center text-sm text-muted lg:mt-6">
        {t("history.calendar.empty")}
      </p>
    );
  }
  return (
    <ol className="space-y-6 lg:hidden">
      {days.map(([day, items]) => (
        <li key={day} aria-current={day === today ? "date" : undefined}>
          <h3 className={cx("mb-1 text-sm font-semibold", day === today ? "text-accent" : "text-muted")}>
            <time dateTime={day}>{format.format(new Date(day))}</time>
          </h3>
          <ul className="divide-y divide-line/70">
            {items.map((one) => {
              const { to, part } = words(one);
              return (
                <li key={keyOf(one)}>
                  <CardLink to={to} className="group flex min-h-18 items-center gap-4 py-2.5">
                    <Poster name={one.title.poster} title="" sizes="40px" className="w-10 shrink-0" />
                    <span className="min-w-0 flex-1">
                      <span dir="auto" className="line-clamp-1 font-semibold group-hover:text-accent">
                        {one.title.title}
                      </span>
                      <span className="line-clamp-1 text-sm text-muted">
                        {[part, one.episode?.title].filter(Boolean).join(" · ")}
                      </span>
                    </span>
                    {one.seen && <Check aria-label={t("history.watched")} className="size-5 shrink-0 text-accent" />}
                  </CardLink>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
}
