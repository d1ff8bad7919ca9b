import { storedText } from "@/lib/stored";

const MOST = 8;

/** What was searched for in this browser, the latest first, as JSON. */
export const recentText = storedText("matinee.searches");

/** What somebody else may have written there instead is no search. */
export function readRecent(text: string): string[] {
  const found: unknown = text ? parsed(text) : [];
  return Array.isArray(found) ? found.filter((one): one is string => typeof one === "string").slice(0, MOST) : [];
}

/** The same with `query` on top; a search that it continues, "metro" for "metropolis", gives way to it. */
export function withRecent(searches: string[], query: string): string[] {
  const said = query.toLocaleLowerCase();
  const others = searches.filter((search) => !said.startsWith(search.toLocaleLowerCase()));
  return [query, ...others].slice(0, MOST);
}

export function remember(query: string): void {
  if (query) recentText.set(JSON.stringify(withRecent(readRecent(recentText.get()), query)));
}

/** Takes one search away, or all of them. */
export function forget(query?: string): void {
  const left = query === undefined ? [] : readRecent(recentText.get()).filter((search) => search !== query);
  recentText.set(JSON.stringify(left));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
