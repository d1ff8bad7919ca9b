import { locale } from "@/i18n/languages";

/** A day in words, where this browser is: today, yesterday, or the date. What is ahead of the clock is today's. */
export function dayName(day: Date, language: string, now: Date): string {
  const ago = Math.round((midnight(now) - midnight(day)) / 86_400_000); // a day of 23 or 25 hours is one, too
  if (ago > 1) return new Intl.DateTimeFormat(locale(language), { dateStyle: "full" }).format(day);
  const word = new Intl.RelativeTimeFormat(locale(language), { numeric: "auto" }).format(-Math.max(ago, 0), "day");
  return word.charAt(0).toLocaleUpperCase(language) + word.slice(1);
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
