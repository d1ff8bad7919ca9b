import type { Statistics } from "@/api/types";

const MOST_MONTHS = 36; // side by side; years when there are more

/** A month (2025-03) or a year (2025), and the minutes watched in it. */
export interface Period {
  id: string;
  minutes: number;
}

/** All months of the year, or all from the first to the last: those without anything, too; whole years when they are many. */
export function periodsOf(months: Statistics["months"], year?: number): Period[] {
  const minutes = new Map(months.map((one) => [one.month, one.minutes]));
  const ids = year === undefined ? between(months.at(0)?.month, months.at(-1)?.month) : monthsOf(year);
  if (year !== undefined || ids.length <= MOST_MONTHS) return ids.map((id) => ({ id, minutes: minutes.get(id) ?? 0 }));
  const years = new Map<string, number>();
  for (const id of ids) {
    const name = id.slice(0, 4);
    years.set(name, (years.get(name) ?? 0) + (minutes.get(id) ?? 0));
  }
  return [...years].map(([id, minutes]) => ({ id, minutes }));
}

export function isYear({ id }: Period): boolean {
  return !id.includes("-");
}

function between(first: string | undefined, last: string | undefined): string[] {
  if (!first || !last) return [];
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const all = Array.from({ length: to - from + 1 }, (_, index) => monthsOf(from + index)).flat();
  return all.filter((month) => month >= first && month <= last);
}

function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);
}
