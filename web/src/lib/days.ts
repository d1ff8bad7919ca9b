import { locale } from "@/i18n/languages";

const MONDAY = 1;

/** A day in words, where this browser is: today, yesterday, or the date. What is ahead of the clock is today's. */
export function dayName(day: Date, language: string, now: Date): string {
  const ago = Math.round((midnight(now) - midnight(day)) / 86_400_000); // a day of 23 or 25 hours is one, too
  if (ago > 1) return new Intl.DateTimeFormat(locale(language), { dateStyle: "full" }).format(day);
  const word = new Intl.RelativeTimeFormat(locale(language), { numeric: "auto" }).format(-Math.max(ago, 0), "day");
  return word.charAt(0).toLocaleUpperCase(language) + word.slice(1);
}

/** A day as briefly as it is clear, where this browser is: 14 March, and the year where it is another. */
export function shortDay(day: Date, language: string, now: Date): string {
  const year = day.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return new Intl.DateTimeFormat(locale(language), { day: "numeric", month: "long", year }).format(day);
}

/** On which day weeks begin where the reader is; 0 is Sunday. Browsers that do not know begin with Monday. */
export function firstDayOfWeek({ language, region }: { language: string; region?: string }): number {
  const known = new Intl.Locale(language, { region }) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (known.getWeekInfo?.() ?? known.weekInfo ?? { firstDay: MONDAY }).firstDay % 7;
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
