import type { SearchHit } from "@/api/types";
import { choice, type RawSearch } from "@/lib/search";

export const SEARCH_KINDS = ["all", "movie", "tv", "person", "collection", "list"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export const LONGEST_QUERY = 200; // characters, as the server has it

export interface Search {
  q: string;
  kind?: Exclude<SearchKind, "all">;
}

export function parseSearchPage(raw: RawSearch): Search {
  const kind = choice(raw.kind, SEARCH_KINDS);
  return {
    q: typeof raw.q === "string" ? raw.q.trim().slice(0, LONGEST_QUERY) : "",
    ...(kind && kind !== "all" && { kind }),
  };
}

export function identify({ kind, title, person, collection, list }: SearchHit): string {
  return `${kind}-${(title ?? person ?? collection)?.id ?? list?.slug ?? ""}`;
}
