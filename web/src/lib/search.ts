/** The query of an address, before anybody has looked at its values. */
export type RawSearch = Record<string, unknown>;

/** Queries are plain: every value is text, `q=1999` is written without quotes. */
export function parseSearch(query: string): RawSearch {
  return Object.fromEntries(new URLSearchParams(query));
}

export function stringifySearch(search: RawSearch): string {
  const filled = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const query = new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString();
  return query && `?${query}`;
}

/** A number between `least` and `most`, or nothing. */
export function number(value: unknown, least: number, most: number): number | undefined {
  const read = typeof value === "string" && value.trim() ? Number(value) : value;
  return typeof read === "number" && read >= least && read <= most ? read : undefined;
}

/** Text that has the form, or nothing. */
export function text(value: unknown, form: RegExp): string | undefined {
  return typeof value === "string" && form.test(value) ? value : undefined;
}

/** One of the known values, or nothing. */
export function choice<T extends string>(value: unknown, known: readonly T[]): T | undefined {
  return known.find((option) => option === value);
}

/** The object without its undefined fields, so that two equal searches have one cache key and one address. */
export function tidy<T extends object>(object: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
