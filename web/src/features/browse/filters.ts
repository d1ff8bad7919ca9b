import { choice, number, text, tidy, type RawSearch } from "@/lib/search";

export const SORTS = ["popularity", "rating", "votes", "newest", "oldest", "title"] as const;
export type Sort = (typeof SORTS)[number];

/** What a browse page's address can say. A missing field does not filter. */
export interface Filters {
  /** Genre slugs with commas between; a title has all of them. */
  genre?: string;
  yearFrom?: number;
  yearTo?: number;
  /** Minutes. */
  runtimeFrom?: number;
  runtimeTo?: number;
  /** Average vote, 0-10. */
  ratingFrom?: number;
  originalLanguage?: string;
  keyword?: string;
  sort?: Sort;
}

/** Reads the filters from an address; what makes no sense is left out, so that no link leads to an error. */
export function parseFilters(raw: RawSearch): Filters {
  return tidy({
    genre: text(raw.genre, /^[a-z0-9-]+(,[a-z0-9-]+)*$/),
    yearFrom: number(raw.yearFrom, 1870, 2200),
    yearTo: number(raw.yearTo, 1870, 2200),
    runtimeFrom: number(raw.runtimeFrom, 0, 2000),
    runtimeTo: number(raw.runtimeTo, 0, 2000),
    ratingFrom: number(raw.ratingFrom, 0, 10),
    originalLanguage: text(raw.originalLanguage, /^[a-z]{2,3}$/),
    keyword: text(raw.keyword, /^.{1,80}$/),
    sort: choice(raw.sort, SORTS),
  });
}

/** How many filters narrow the list; sorting does not. */
export function countFilters(filters: Filters): number {
  const narrowing = Object.keys(filters).filter((name) => name !== "sort" && name !== "genre");
  return narrowing.length + genresOf(filters).length;
}

export function genresOf(filters: Filters): string[] {
  return filters.genre?.split(",") ?? [];
}

/** The same filters with the genre added, or taken away when it was there. */
export function toggleGenre(filters: Filters, slug: string): Filters {
  const genres = genresOf(filters);
  const next = genres.includes(slug) ? genres.filter((genre) => genre !== slug) : [...genres, slug];
  return tidy({ ...filters, genre: next.join(",") || undefined });
}
