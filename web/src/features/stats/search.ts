import { number, tidy, type RawSearch } from "@/lib/search";

const [FIRST_YEAR, LAST_YEAR] = [1888, 9999]; // as the server has them

export interface StatsSearch {
  year?: number;
}

export function parseStatsSearch({ year }: RawSearch): StatsSearch {
  return tidy({ year: yearOf(year) });
}

/** What an address says of a year, if it is one. */
export function yearOf(value: unknown): number | undefined {
  const year = number(value, FIRST_YEAR, LAST_YEAR);
  return Number.isInteger(year) ? year : undefined;
}
