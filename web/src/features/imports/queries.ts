import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { components } from "@/api/schema";
import type { Locale } from "@/features/locale/locale";
import { isLive } from "@/lib/live";
import { nextPage } from "@/lib/pages";

export type Import = components["schemas"]["ImportTold"];
export type ImportRow = components["schemas"]["ImportRowTold"];
export type Outcome = ImportRow["outcome"];

const SOON = 1_000; // milliseconds
const BY_AND_BY = 10_000; // where titles are fetched in the background

export function isWorkedOn({ state }: Import): boolean {
  return state === "reading" || state === "applying" || state === "undoing";
}

/** What there is to say of it: one that is done may have had nothing to apply, or have it still, where rows were decided anew. */
export function standingOf({ state, counts }: Import): Import["state"] | "nothing" {
  if (state !== "done" || counts.applied > 0) return state;
  return counts.matched > 0 ? "ready" : "nothing";
}

/** All that somebody has brought along, the newest first. Without a live connection asked anew each second while a worker is at one. */
export function importsQuery() {
  return queryOptions({
    queryKey: ["imports"],
    queryFn: async ({ signal }) => (await body(api.GET("/api/v1/imports", { signal }))).items,
    refetchInterval: ({ state: { data } }) => {
      if (isLive()) return false;
      if (data?.some(isWorkedOn)) return SOON;
      return data?.some(({ counts }) => counts.awaited > 0) ? BY_AND_BY : false;
    },
  });
}

/** Rows of an import. What was made of them is other than before whenever its counts are. */
export function rowsQuery({ id, counts }: Import, outcome: Outcome[], locale: Locale) {
  return infiniteQueryOptions({
    queryKey: ["import-rows", id, outcome, locale, Object.values(counts).join()],
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { import_id: id }, query: { outcome, page: pageParam, ...locale } };
      return body(api.GET("/api/v1/imports/{import_id}/rows", { params, signal }));
    },
    initialPageParam: 1,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
  });
}

export function exportsQuery() {
  return queryOptions({
    queryKey: ["exports"],
    queryFn: async ({ signal }) => (await body(api.GET("/api/v1/exports", { signal }))).items,
    staleTime: Infinity,
  });
}
