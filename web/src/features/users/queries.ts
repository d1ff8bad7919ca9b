import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { nextPage } from "@/lib/pages";
import type { PeopleFilters } from "./filters";

/** Everybody who has an account here and passes the filters, page after page. */
export function usersQuery(filters: PeopleFilters) {
  return infiniteQueryOptions({
    queryKey: ["users", filters],
    queryFn: ({ pageParam, signal }) =>
      body(api.GET("/api/v1/users", { params: { query: { ...filters, page: pageParam } }, signal })),
    initialPageParam: 1,
    getNextPageParam: nextPage,
  });
}

/** All lists of people, whatever their filters. */
export const EVERYBODY = { queryKey: ["users"] };

export function invitationsQuery() {
  return queryOptions({
    queryKey: ["invitations"],
    queryFn: async ({ signal }) => (await body(api.GET("/api/v1/invitations", { signal }))).items,
  });
}

export function accountSettingsQuery() {
  return queryOptions({
    queryKey: ["account-settings"],
    queryFn: ({ signal }) => body(api.GET("/api/v1/settings/accounts", { signal })),
  });
}
