import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { nextPage } from "@/lib/pages";
import { choice, tidy } from "@/lib/search";
import { AUDIT_ACTIONS } from "./actions";
import type { AuditFilters } from "./filters";

/** The filters as the server takes them: days become moments of this browser's time zone. */
export function asked({ action, actor, since, until }: AuditFilters) {
  const known = choice(action, AUDIT_ACTIONS); // a newer server's log may know more
  return tidy({
    action: known && [known],
    actor,
    since: since && midnight(since).toISOString(),
    until: until && midnight(until, 1).toISOString(), // the server's ends before
  });
}

/** When a day begins here, or the one so many days later. */
function midnight(day: string, later = 0): Date {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + later);
  return date;
}

/** What happened, latest first, page after page. */
export function auditQuery(filters: AuditFilters) {
  return infiniteQueryOptions({
    queryKey: ["audit", filters],
    queryFn: ({ pageParam, signal }) =>
      body(api.GET("/api/v1/audit", { params: { query: { ...asked(filters), page: pageParam } }, signal })),
    initialPageParam: 1,
    getNextPageParam: nextPage,
    staleTime: 0,
  });
}
