import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { TitleKind } from "@/api/types";
import type { Locale } from "@/features/locale/locale";
import { nounOf } from "@/lib/addresses";
import { nextPage } from "@/lib/pages";

/** My lists, those I share, and my invitations, page after page. */
export function watchlistsQuery(locale: Locale) {
  return infiniteQueryOptions({
    queryKey: ["watchlists", locale],
    queryFn: ({ pageParam, signal }) =>
      body(api.GET("/api/v1/watchlists", { params: { query: { ...locale, page: pageParam } }, signal })),
    initialPageParam: 1,
    getNextPageParam: nextPage,
  });
}

/** All that is known of my lists, in whatever language. */
export const MY_LISTS = { queryKey: ["watchlists"] };

/** A list with its titles, page after page. */
export function watchlistQuery(id: number, locale: Locale) {
  return infiniteQueryOptions({
    queryKey: ["watchlist", id, locale],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/api/v1/watchlists/{watchlist_id}", {
          params: { path: { watchlist_id: id }, query: { ...locale, page: pageParam } },
          signal,
        }),
      ),
    initialPageParam: 1,
    getNextPageParam: nextPage,
  });
}

/** Which titles are in a list, be it on pages that nobody has come to yet; asked again whenever the list is. */
export function titlesInQuery(id: number, locale: Locale) {
  return queryOptions({
    queryKey: [...watchlistQuery(id, locale).queryKey, "titles"],
    queryFn: async ({ signal }) =>
      (
        await body(
          api.GET("/api/v1/watchlists/{watchlist_id}/items", { params: { path: { watchlist_id: id } }, signal }),
        )
      ).titles,
  });
}

/** The public page of a list. */
export function sharedQuery(link: string, locale: Locale) {
  return infiniteQueryOptions({
    queryKey: ["shared-watchlist", link, locale],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/api/v1/shared/watchlists/{link}", {
          params: { path: { link }, query: { ...locale, page: pageParam } },
          signal,
        }),
      ),
    initialPageParam: 1,
    getNextPageParam: nextPage,
  });
}

export function membersQuery(id: number) {
  return queryOptions({
    queryKey: ["watchlist-members", id],
    queryFn: async ({ signal }) =>
      (
        await body(
          api.GET("/api/v1/watchlists/{watchlist_id}/members", { params: { path: { watchlist_id: id } }, signal }),
        )
      ).items,
  });
}

/** The lists that one may change, and which of them hold this title. */
export function listsForQuery(title: { kind: TitleKind; id: number }) {
  const path = { noun: nounOf(title.kind), ref: String(title.id) };
  return queryOptions({
    queryKey: ["lists-for", title.id],
    queryFn: ({ signal }) => body(api.GET("/api/v1/me/watchlists/{noun}/{ref}", { params: { path }, signal })),
  });
}
