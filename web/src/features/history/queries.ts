import { infiniteQueryOptions, keepPreviousData, queryOptions, type InfiniteData } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { components } from "@/api/schema";
import type { TitleKind } from "@/api/types";
import type { Locale } from "@/features/locale/locale";
import { nextPage } from "@/lib/pages";

type Shapes = components["schemas"];
export type Standing = Shapes["StandingDetail"];
export type Watched = Shapes["WatchedTold"];
export type Viewing = Shapes["HistoryItem"];
export type NextUpItem = Shapes["NextUpItem"];
export type SeasonProgress = Shapes["SeasonProgress"];
export type HistoryPages = InfiniteData<Shapes["HistoryPage"]>;

/** All that a viewing changes is asked for under this name. */
export const WATCHING = "watching";

export const nounOf = (kind: TitleKind) => (kind === "movie" ? "movies" : "tv");

/** Where whoever is signed in stands with a title. */
export function standingQuery(kind: TitleKind, id: number, locale: Locale) {
  return queryOptions({
    queryKey: [WATCHING, "standing", id, locale],
    queryFn: ({ signal }) => {
      const path = { noun: nounOf(kind), ref: String(id) } as const;
      return body(api.GET("/api/v1/me/standings/{noun}/{ref}", { params: { path, query: locale }, signal }));
    },
  });
}

/** Which episodes of a season they have seen or begun. */
export function seasonProgressQuery(id: number, number: number) {
  return queryOptions({
    queryKey: [WATCHING, "season", id, number],
    queryFn: ({ signal }) =>
      body(
        api.GET("/api/v1/me/standings/tv/{ref}/seasons/{number}", {
          params: { path: { ref: String(id), number } },
          signal,
        }),
      ),
  });
}

/** What to go on with. */
export function nextUpQuery(locale: Locale) {
  return queryOptions({
    queryKey: [WATCHING, "next-up", locale],
    queryFn: ({ signal }) => body(api.GET("/api/v1/me/next-up", { params: { query: locale }, signal })),
  });
}

/** What they plan to watch, the latest plan first. */
export function plannedQuery(locale: Locale) {
  return queryOptions({
    queryKey: [WATCHING, "planned", locale],
    queryFn: ({ signal }) =>
      body(api.GET("/api/v1/me/standings", { params: { query: { ...locale, status: "planned" } }, signal })),
  });
}

export interface HistoryFilters {
  text: string;
  kind: TitleKind | "";
}

/** What they have watched, the newest first. */
export function historyQuery(filters: HistoryFilters, locale: Locale) {
  return infiniteQueryOptions({
    queryKey: [WATCHING, "history", filters, locale],
    queryFn: ({ pageParam, signal }) =>
      body(api.GET("/api/v1/me/history", { params: { query: { ...locale, ...filters, page: pageParam } }, signal })),
    initialPageParam: 1,
    getNextPageParam: nextPage,
  });
}

/** Which kinds of titles with these words there are among it. */
export function historyKindsQuery(text: string) {
  return queryOptions({
    queryKey: [WATCHING, "kinds", text],
    queryFn: async ({ signal }) =>
      (await body(api.GET("/api/v1/me/history/kinds", { params: { query: { text } }, signal }))).kinds,
    placeholderData: keepPreviousData,
  });
}
