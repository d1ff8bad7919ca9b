import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { TitleKind } from "@/api/types";
import type { Locale } from "@/features/locale/locale";
import { FRESH } from "@/lib/queryClient";
import { whileRefreshing } from "@/lib/refreshing";

const INCLUDE = "credits,videos,images,recommendations,similar,providers,keywords,externalIds,releases";

/** Everything that a title's page shows, in one answer. `id` is ours, or outside such as tmdb:550. */
export function titleQuery(kind: TitleKind, id: string, locale: Locale) {
  return queryOptions({
    queryKey: ["title", kind, id, locale],
    queryFn: ({ signal }) => {
      const params = { path: { ref: id }, query: { ...locale, include: INCLUDE } };
      return body(
        kind === "movie"
          ? api.GET("/api/v1/movies/{ref}", { params, signal })
          : api.GET("/api/v1/tv/{ref}", { params, signal }),
      );
    },
    staleTime: FRESH.details,
    refetchInterval: whileRefreshing,
  });
}

export function seasonQuery(id: string, number: number, locale: Locale) {
  return queryOptions({
    queryKey: ["season", id, number, locale],
    queryFn: ({ signal }) =>
      body(
        api.GET("/api/v1/tv/{ref}/seasons/{number}", { params: { path: { ref: id, number }, query: locale }, signal }),
      ),
    staleTime: FRESH.details,
    refetchInterval: whileRefreshing,
  });
}

export function collectionQuery(id: string, locale: Locale) {
  return queryOptions({
    queryKey: ["collection", id, locale],
    queryFn: ({ signal }) =>
      body(api.GET("/api/v1/collections/{ref}", { params: { path: { ref: id }, query: locale }, signal })),
    staleTime: FRESH.details,
    refetchInterval: whileRefreshing,
  });
}
