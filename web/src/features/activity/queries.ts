import { infiniteQueryOptions, type InfiniteData } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { components } from "@/api/schema";
import type { Locale } from "@/features/locale/locale";

type Page = components["schemas"]["ActivityPage"];
export type Pages = InfiniteData<Page>;

/** What whoever is signed in did here, the newest first. Asked anew whenever somebody looks. */
export function activityQuery(locale: Locale) {
  return infiniteQueryOptions({
    queryKey: ["activity", locale],
    queryFn: ({ pageParam, signal }) =>
      body(api.GET("/api/v1/me/activity", { params: { query: { ...locale, before: pageParam } }, signal })),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last: Page) => last.before ?? undefined,
    staleTime: 0,
  });
}
