interface Paged {
  page: number;
  pages: number;
}

/** For infinite queries: the number of the page after `last`, if there is one. */
export function nextPage(last: Paged): number | undefined {
  return last.page < last.pages ? last.page + 1 : undefined;
}

/** The items of all pages in one row, each only once: a list that moved between two pages repeats some. */
export function joined<T>(pages: { items: T[] }[], identity: (item: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const item of pages.flatMap((page) => page.items)) {
    const key = identity(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}
