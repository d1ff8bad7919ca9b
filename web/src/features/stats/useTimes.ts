import { useMemo } from "react";
import { useTranslation } from "@/i18n/i18n";
import { locale } from "@/i18n/languages";
import { formats } from "@/lib/format";

const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000; // milliseconds
const PRECISE = 600; // minutes; from ten hours on the tenths of an hour say nothing

/** Months, weekdays, spans of days and hours in the reader's words. The days are the server's, so they know no time zone. */
export function useTimes() {
  const { language } = useTranslation();
  return useMemo(() => {
    const made = (style: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale(language), { ...style, timeZone: "UTC" });
    const [month, short, narrow] = [
      made({ month: "long", year: "numeric" }),
      made({ month: "short" }),
      made({ month: "narrow" }),
    ];
    const [weekday, shortDay] = [made({ weekday: "long" }), made({ weekday: "short" })];
    const [day, dayOfYear] = [made({ dateStyle: "long" }), made({ day: "numeric", month: "long" })];
    const { number } = formats(language);
    return {
      /** Of "2025-03": March 2025, Mar, M. */
      month: (id: string) => {
        const first = new Date(`${id}-01`);
        return { full: month.format(first), short: short.format(first), narrow: narrow.format(first) };
      },
      /** 0 is Monday. */
      weekday: (index: number) => {
        const date = new Date(MONDAY + index * DAY);
        return { full: weekday.format(date), short: shortDay.format(date) };
      },
      span: (first: string, last: string) => day.formatRange(new Date(first), new Date(last)),
      /** Without the year, where that is said already. */
      dayOfYear: (iso: string) => dayOfYear.format(new Date(iso)),
      hours: (minutes: number) => number(inHours(minutes)),
    };
  }, [language]);
}

/** As precise as it is worth telling. */
export function inHours(minutes: number): number {
  return minutes < PRECISE ? Math.round(minutes / 6) / 10 : Math.round(minutes / 60);
}
