import type { TitleKind } from "@/api/types";
import { choice, number, text, tidy, type RawSearch } from "@/lib/search";

export const KINDS = ["movie", "tv"] as const satisfies readonly TitleKind[];
/** How much time there may be for it, in minutes. */
export const LENGTHS = [90, 120, 150] as const;
/** How many others one can watch something with. */
export const MOST_OTHERS = 3;

const NAMES = /^[\w.-]{1,64}(,[\w.-]{1,64}){0,2}$/; // MOST_OTHERS of them, as user names are made
const LONGEST = 1000; // minutes, as the server has it

export interface ForYouSearch {
  kind?: TitleKind;
}

export interface TogetherSearch extends ForYouSearch {
  /** User names of the others, with commas between them. */
  with?: string;
  /** Nothing longer. */
  minutes?: number;
}

export function parseForYouSearch({ kind }: RawSearch): ForYouSearch {
  return tidy({ kind: choice(kind, KINDS) });
}

/** Reads with whom and how long from an address; what makes no sense is left out. */
export function parseTogetherSearch(raw: RawSearch): TogetherSearch {
  const minutes = number(raw.minutes, 1, LONGEST);
  return tidy({
    with: text(raw.with, NAMES),
    minutes: Number.isInteger(minutes) ? minutes : undefined,
    kind: choice(raw.kind, KINDS),
  });
}

export function namesOf({ with: names }: TogetherSearch): string[] {
  return names ? names.split(",") : [];
}
