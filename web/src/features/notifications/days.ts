import { locale } from "@/i18n/languages";
import type { Notification } from "./queries";

export interface Day<T> {
  /** In words: today, yesterday, or the date. */
  name: string;
  items: T[];
}

/** Notifications by the day they were told on, where this browser is. */
export function byDay<T extends Notification>(items: readonly T[], language: string, now: Date): Day<T>[] {
  const days = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(new Date(item.createdAt), language, now);
    days.set(name, [...(days.get(name) ?? []), item]);
  }
  return [...days].map(([name, told]) => ({ name, items: told }));
}

function nameOf(day: Date, language: string, now: Date): string {
  const ago = Math.round((midnight(now) - midnight(day)) / 86_400_000); // a day of 23 or 25 hours is one, too
  if (ago > 1) return new Intl.DateTimeFormat(locale(language), { dateStyle: "full" }).format(day);
  const word = new Intl.RelativeTimeFormat(locale(language), { numeric: "auto" }).format(-Math.max(ago, 0), "day");
  return word.charAt(0).toLocaleUpperCase(language) + word.slice(1);
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
