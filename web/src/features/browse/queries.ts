import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { TitleKind } from "@/api/types";
import type { Locale } from "@/features/locale/locale";
import { nextPage } from "@/lib/pages";
import { FRESH } from "@/lib/queryClient";
import type { Filters } from "./filters";

/** Titles of one kind that pass the filters, page after page. */
export function browseQuery(kind: TitleKind, filters: Filters, locale: Locale) {
  return infiniteQueryOptions({
    queryKey: ["browse", kind, filters, locale],
    queryFn: ({ pageParam, signal }) => {
      const params = { query: { ...filters, ...locale, page: pageParam } };
      return body(
        kind === "movie" ? api.GET("/api/v1/movies", { params, signal }) : api.GET("/api/v1/tv", { params, signal }),
      );
    },
    initialPageParam: 1,
    getNextPageParam: nextPage,
    staleTime: FRESH.lists,
  });
}

/** The titles of one list, page after page. */
export function listQuery(slug: string, locale: Locale) {
  return infiniteQueryOptions({
    queryKey: ["list", slug, locale],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/api/v1/lists/{slug}", { params: { path: { slug }, query: { ...locale, page: pageParam } }, signal }),
      ),
    initialPageParam: 1,
    getNextPageParam: nextPage,
    staleTime: FRESH.lists,
  });
}
