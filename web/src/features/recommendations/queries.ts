import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { TitleKind } from "@/api/types";
import type { Locale } from "@/features/locale/locale";
import { OPINIONS } from "@/features/opinions/queries";
import { nounOf } from "@/lib/addresses";
import { FRESH, KEEPS_ITS_PLACE } from "@/lib/queryClient";
import type { TogetherSearch } from "./search";

const MOST = 60; // as the server has it

// With the opinions: whatever somebody thinks anew makes them stale, and what is on the screen keeps its place.
const RECOMMENDED = [...OPINIONS, "recommended"];

/** What whoever is signed in may like and has not seen, best first. */
export function forMeQuery(kind: TitleKind | undefined, locale: Locale) {
  return queryOptions({
    queryKey: [...RECOMMENDED, "for-me", kind, locale],
    queryFn: async ({ signal }) => {
      const query = { ...locale, kind, count: MOST };
      return (await body(api.GET("/api/v1/me/recommendations", { params: { query }, signal }))).items;
    },
    staleTime: FRESH.own,
    meta: KEEPS_ITS_PLACE,
  });
}

/** What they and others may all like and none has seen. */
export function togetherQuery({ with: names = "", minutes, kind }: TogetherSearch, locale: Locale) {
  return queryOptions({
    queryKey: [...RECOMMENDED, "together", names, minutes, kind, locale],
    queryFn: async ({ signal }) => {
      const query = { ...locale, with: names, minutes, kind, count: MOST };
      return (await body(api.GET("/api/v1/recommendations/together", { params: { query }, signal }))).items;
    },
    staleTime: FRESH.own,
    meta: KEEPS_ITS_PLACE,
  });
}

/** What is like a title. */
export function similarQuery(kind: TitleKind, id: number, locale: Locale) {
  return queryOptions({
    queryKey: ["similar", id, locale],
    queryFn: async ({ signal }) => {
      const path = { noun: nounOf(kind), ref: String(id) };
      return (await body(api.GET("/api/v1/{noun}/{ref}/similar", { params: { path, query: locale }, signal }))).items;
    },
    staleTime: FRESH.details,
  });
}
