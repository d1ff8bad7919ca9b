import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { OpinionItem, OpinionPage, OpinionTold } from "@/api/types";
import type { Locale } from "@/features/locale/locale";
import type { Carded } from "@/lib/cardCorner";
import { nextPage } from "@/lib/pages";
import { FRESH } from "@/lib/queryClient";
import type { OpinionFilters, Shelf } from "./filters";
import { tell } from "./store";

/** All lists of what somebody thinks, whatever their filters. */
export const OPINIONS = ["opinions"];

/** What somebody loves, has rated, or does not want to see, page after page. What it says is known to the cards, too. */
export function opinionsQuery(shelf: Shelf, filters: OpinionFilters, locale: Locale) {
  return infiniteQueryOptions({
    queryKey: [...OPINIONS, shelf, filters, locale],
    queryFn: async ({ pageParam, signal }) => {
      const askedAt = performance.now();
      const query = {
        ...filters,
        rated: asked(filters.rated),
        ...locale,
        page: pageParam,
      };
      const page = await pageOf(shelf, { params: { query }, signal });
      for (const { title, ...told } of page.items) tell(title.id, opinion(told), askedAt);
      return page;
    },
    initialPageParam: 1,
    getNextPageParam: nextPage,
  });
}

function asked(rated: OpinionFilters["rated"]): boolean | undefined {
  return rated && rated === "yes";
}

type Asked = Parameters<typeof api.GET<"/api/v1/me/favorites", { params: { query: object }; signal: AbortSignal }>>[1];

function pageOf(shelf: Shelf, asked: Asked): Promise<OpinionPage> {
  if (shelf === "ratings") return body(api.GET("/api/v1/me/ratings", asked));
  if (shelf === "dismissals") return body(api.GET("/api/v1/me/dismissals", asked));
  return body(api.GET("/api/v1/me/favorites", asked));
}

/** Which kinds and genres lead to something in such a list, each with all other filters. */
export function choicesQuery(shelf: Shelf, filters: OpinionFilters) {
  const { text, kind, genre, rated } = filters;
  const query = { of: shelf, text, kind, genre, rated: asked(rated) };
  return queryOptions({
    queryKey: [...OPINIONS, "choices", query],
    queryFn: ({ signal }) => body(api.GET("/api/v1/me/opinions/choices", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** What somebody thinks of one title, with their notes. */
export function opinionQuery({ id, kind }: Carded) {
  return queryOptions({
    queryKey: ["opinion", id],
    queryFn: async ({ signal }) => {
      const askedAt = performance.now();
      const path = { noun: kind === "movie" ? ("movies" as const) : ("tv" as const), ref: String(id) };
      const told = await body(api.GET("/api/v1/me/opinions/{noun}/{ref}", { params: { path }, signal }));
      tell(id, opinion(told), askedAt);
      return null; // it is kept where the cards look
    },
    staleTime: FRESH.own,
  });
}

/** As much of an answer as is kept. */
export function opinion({ favorite, rating, dismissed, notes }: OpinionTold | Omit<OpinionItem, "title">) {
  return { favorite, rating, dismissed, notes };
}
