import type { Locale } from "@/features/locale/locale";
import { firstDayOfWeek } from "@/lib/days";

/** A month as 2026-11; days as 2026-11-21. All is reckoned in UTC, since an air date belongs to no time zone. */
export type Month = string;

const DAY = 86_400_000; // milliseconds

/** The month in which a moment is, where this browser is. */
export function monthOf(moment: Date): Month {
  return isoDay(moment).slice(0, 7);
}

/** The day on which a moment is, where this browser is. */
export function isoDay(moment: Date): string {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

export function shifted(month: Month, by: number): Month {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** All days of the weeks that the month is in, beginning with the reader's first day of the week. */
export function weeksOf(month: Month, locale: Locale): string[] {
  const first = Date.parse(`${month}-01`);
  const last = Date.parse(`${shifted(month, 1)}-01`) - DAY;
  const start = first - ((new Date(first).getUTCDay() - firstDayOfWeek(locale) + 7) % 7) * DAY;
  const weeks = Math.ceil((last - start + DAY) / (7 * DAY));
  return Array.from({ length: weeks * 7 }, (_, index) => new Date(start + index * DAY).toISOString().slice(0, 10));
}
