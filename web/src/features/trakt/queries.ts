import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { components } from "@/api/schema";

export type TraktLink = components["schemas"]["TraktLinkTold"];
export type TraktReport = components["schemas"]["TraktReport"];

const SOON = 2_000; // milliseconds

/** Milliseconds until there may be something new to see; false while nothing is under way. */
export function pauseOf({ status, interval, isSyncing }: TraktLink): number | false {
  if (status === "linking") return (interval ?? 5) * 1_000;
  return isSyncing ? SOON : false;
}

/** One's own link to Trakt; asked for again while something is under way. */
export function traktQuery() {
  return queryOptions({
    queryKey: ["trakt-link"],
    queryFn: ({ signal }) => body(api.GET("/api/v1/me/links/trakt", { signal })),
    refetchInterval: ({ state: { data } }) => data !== undefined && pauseOf(data),
    staleTime: 0,
  });
}
