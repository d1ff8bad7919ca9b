import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { TitleKind } from "@/api/types";
import { nounOf } from "@/lib/addresses";
import { nextPage } from "@/lib/pages";

export type Sort = "helpful" | "newest";

/** A title as its reviews need it. */
export interface Reviewed {
  kind: TitleKind;
  id: number;
  title: string;
}

/** What people say of a title, page after page. By its id here, which the service worker keeps for nobody. */
export function reviewsQuery({ id }: Reviewed, sort: Sort) {
  return infiniteQueryOptions({
    queryKey: ["reviews", id, sort],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/api/v1/titles/{title_id}/reviews", {
          params: { path: { title_id: id }, query: { sort, page: pageParam } },
          signal,
        }),
      ),
    initialPageParam: 1,
    getNextPageParam: nextPage,
  });
}

/** All that is known of a title's reviews, in whatever order. */
export function allReviews({ id }: Reviewed) {
  return { queryKey: ["reviews", id] };
}

export function pathOf({ kind, id }: Reviewed) {
  return { path: { noun: nounOf(kind), ref: String(id) } };
}

/** What one has written oneself, and one's rating, which may be there without. */
export function ownReviewQuery(title: Reviewed) {
  const params = pathOf(title);
  return queryOptions({
    queryKey: ["own-review", title.id],
    queryFn: async ({ signal }) => {
      const [{ review }, { rating }] = await Promise.all([
        body(api.GET("/api/v1/me/reviews/{noun}/{ref}", { params, signal })),
        body(api.GET("/api/v1/me/opinions/{noun}/{ref}", { params, signal })),
      ]);
      return { review, rating };
    },
  });
}
