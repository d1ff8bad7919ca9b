/** Pages that nobody wants to come back to once they are signed in. */
const ON_THE_WAY =
  /^\/(sign-in|sign-up|setup|verify-email|verify-phone|reset-password|two-factor|provider-sign-up)(\/|$)/;

/** `wanted` when it is a page of this very house, else the front page: an address may come from anybody. */
export function returnAddress(wanted: unknown, origin: string = window.location.origin): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/")) return "/";
  const read = URL.canParse(wanted, origin) ? new URL(wanted, origin) : undefined; // reads //host and /\host as a browser does
  // What is left of "/.//host" would be another host's for whoever reads it next.
  if (read?.origin !== origin || read.pathname.startsWith("//") || ON_THE_WAY.test(read.pathname)) return "/";
  return read.pathname + read.search + read.hash;
}

export interface WayBack {
  next?: string;
}

/** The query of a page on the way in: where to go afterwards. */
export function parseWayBack(search: Record<string, unknown>): WayBack {
  const next = returnAddress(search.next);
  return next === "/" ? {} : { next };
}
