import type { ReactNode } from "react";
import type { Statistics } from "@/api/types";
import { Ticket } from "@/components/molecules/Ticket";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { inHours, useTimes } from "../useTimes";

/** What one would tell first: the busiest day, the longest streak, the favourite genre. */
export function YearTickets({ of: { busiestDay, longestStreak, genres } }: { of: Statistics }) {
  const { t } = useTranslation();
  const { number, runtime } = useFormats();
  const { dayOfYear, hours, span } = useTimes();
  const [genre] = genres;
  return (
    <ul className="grid gap-4 lg:grid-cols-3 print:grid-cols-3">
      {busiestDay && (
        <Told
          stub={hours(busiestDay.minutes)}
          unit={t("stats.hoursUnit", { count: inHours(busiestDay.minutes) })}
          name={t("stats.busiestDay")}
          detail={runtime(busiestDay.minutes)}
        >
          {dayOfYear(busiestDay.day)}
        </Told>
      )}
      {longestStreak && (
        <Told
          stub={number(longestStreak.days)}
          unit={t("stats.daysUnit", { count: longestStreak.days })}
          name={t("stats.longestStreak")}
          detail={span(longestStreak.first, longestStreak.last)}
        >
          {t("stats.daysInRow", { count: longestStreak.days })}
        </Told>
      )}
      {genre && (
        <Told
          stub={number(genre.titles)}
          unit={t("stats.titlesUnit", { count: genre.titles })}
          name={t("stats.favoriteGenre")}
          detail={runtime(genre.minutes)}
        >
          {genre.name}
        </Told>
      )}
    </ul>
  );
}

interface ToldProps {
  stub: string;
  /** What the number on the stub counts. */
  unit: string;
  name: string;
  children: ReactNode;
  detail: string;
}

function Told({ stub, unit, name, children, detail }: ToldProps) {
  return (
    <li className="print:break-inside-avoid">
      <Ticket
        className="h-full"
        stub={
          <span aria-hidden>
            <span className="display block text-4xl text-accent">{stub}</span>
            <span className="block text-2xs text-muted">{unit}</span>
          </span>
        }
      >
        <p className="text-2xs text-muted">{name}</p>
        <p className="display mt-0.5 text-xl">{children}</p>
        <p className="mt-1 text-sm text-muted">{detail}</p>
      </Ticket>
    </li>
  );
}
