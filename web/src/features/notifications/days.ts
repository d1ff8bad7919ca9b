import { dayName } from "@/lib/days";

export interface Day<T> {
  /** In words: today, yesterday, or the date. */
  name: string;
  items: T[];
}

/** Things by the day they were told on, where this browser is. */
export function byDay<T extends { createdAt: string }>(items: readonly T[], language: string, now: Date): Day<T>[] {
  const days = new Map<string, T[]>();
  for (const item of items) {
    const name = dayName(new Date(item.createdAt), language, now);
    days.set(name, [...(days.get(name) ?? []), item]);
  }
  return [...days].map(([name, told]) => ({ name, items: told }));
}
