import { choice, text, tidy, type RawSearch } from "@/lib/search";

/** The lists of what somebody thinks. */
export const SHELVES = ["favorites", "ratings", "dismissals"] as const;
export type Shelf = (typeof SHELVES)[number];

export const SORTS = ["added", "rating", "title", "newest", "oldest"] as const;
const KINDS = ["movie", "tv"] as const;
const RATED = ["yes", "no"] as const;

/** What narrows such a list, and its order. A missing field does neither. */
export interface OpinionFilters {
  /** Words of the title or of the notes. */
  text?: string;
  kind?: (typeof KINDS)[number];
  /** A genre's slug. */
  genre?: string;
  rated?: (typeof RATED)[number];
  sort?: (typeof SORTS)[number];
}

export interface OpinionSearch extends OpinionFilters {
  shelf?: Exclude<Shelf, "favorites">;
}

/** Reads the list and its filters from an address; what makes no sense is left out. */
export function parseOpinionSearch(raw: RawSearch): OpinionSearch {
  return tidy({
    shelf: choice(raw.shelf, ["ratings", "dismissals"] as const),
    text: text(raw.text, /^.{1,200}$/s),
    kind: choice(raw.kind, KINDS),
    genre: text(raw.genre, /^[a-z0-9-]{1,100}$/),
    rated: choice(raw.rated, RATED),
    sort: choice(raw.sort, SORTS),
  });
}

/** Whether the list is narrowed; sorting does not do that. */
export function narrows({ text, kind, genre, rated }: OpinionFilters): boolean {
  return [text, kind, genre, rated].some(Boolean);
}
