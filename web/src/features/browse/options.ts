import type { Filters } from "./filters";

/** Lengths to choose from, in minutes. */
export const RUNTIMES = [
  { name: "short", from: undefined, to: 59 },
  { name: "feature", from: 60, to: 90 },
  { name: "long", from: 90, to: 120 },
  { name: "epic", from: 121, to: undefined },
] as const;

/** The length that the filters ask for; none where an address asks for another than can be chosen. */
export function runtimeOf({ runtimeFrom, runtimeTo }: Filters) {
  return RUNTIMES.find(({ from, to }) => from === runtimeFrom && to === runtimeTo);
}

/** Lowest average votes to choose from. */
export const RATINGS = [6, 7, 8, 9] as const;

/** Languages that many titles were made in, as ISO 639-1 codes. */
export const ORIGINAL_LANGUAGES =
  "en fr de it es pt ja ko zh hi ta te ml ru pl cs sv da no fi nl tr ar fa he th id uk hu ro el".split(" ");
