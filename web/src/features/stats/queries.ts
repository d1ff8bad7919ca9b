import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { Statistics } from "@/api/types";
import type { Locale } from "@/features/locale/locale";
import { tidy } from "@/lib/search";

/** What whoever is signed in watched and rated, for all time or in one year. Asked anew whenever somebody looks. */
export function statsQuery(year: number | undefined, locale: Locale) {
  return queryOptions({
    queryKey: ["stats", year ?? "all", locale],
    queryFn: ({ signal }) =>
      body(api.GET("/api/v1/me/stats", { params: { query: tidy({ year, ...locale }) }, signal })),
    staleTime: 0,
  });
}

/** Whether there is nothing to tell. */
export function isEmpty(stats: Statistics): boolean {
  return stats.daysWatched === 0 && stats.averageRating === null;
}
