import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { Locale } from "@/features/locale/locale";
import { FRESH } from "@/lib/queryClient";
import { whileRefreshing } from "@/lib/refreshing";

const PREVIEW = 20; // titles a row starts with

/** Every list with its first titles: the rows of Discover. */
export function listsQuery(locale: Locale) {
  return queryOptions({
    queryKey: ["lists", locale],
    queryFn: ({ signal }) =>
      body(api.GET("/api/v1/lists", { params: { query: { ...locale, preview: PREVIEW } }, signal })),
    staleTime: FRESH.lists,
    refetchInterval: whileRefreshing,
  });
}

export function genresQuery(locale: Locale) {
  return queryOptions({
    queryKey: ["genres", locale],
    queryFn: ({ signal }) => body(api.GET("/api/v1/genres", { params: { query: locale }, signal })),
    staleTime: Infinity,
  });
}
