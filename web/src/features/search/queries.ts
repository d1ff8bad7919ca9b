import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { Locale } from "@/features/locale/locale";
import { nextPage } from "@/lib/pages";
import { FRESH } from "@/lib/queryClient";
import type { SearchKind } from "./search";

export function searchQuery(q: string, kind: SearchKind, locale: Locale) {
  return infiniteQueryOptions({
    queryKey: ["search", q, kind, locale],
    queryFn: ({ pageParam, signal }) =>
      body(api.GET("/api/v1/search", { params: { query: { q, kind, ...locale, page: pageParam } }, signal })),
    initialPageParam: 1,
    getNextPageParam: nextPage,
    staleTime: FRESH.lists,
  });
}

/** A few names that begin like `q`, of everything or of titles alone; asks nothing for an empty `q`. */
export function suggestQuery(q: string, locale: Locale, kind?: "title") {
  return queryOptions({
    queryKey: ["suggest", q, locale, kind],
    queryFn: ({ signal }) =>
      body(api.GET("/api/v1/search/suggest", { params: { query: { q, kind, ...locale } }, signal })),
    enabled: q !== "",
    staleTime: FRESH.lists,
    placeholderData: q === "" ? undefined : keepPreviousData, // no flicker between two letters
    retry: false,
  });
}
