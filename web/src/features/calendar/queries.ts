import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { components } from "@/api/schema";
import { WATCHING } from "@/features/history/queries";
import type { Locale } from "@/features/locale/locale";

type Shapes = components["schemas"];
export type CalendarItem = Shapes["CalendarItem"];
export type Calendar = Shapes["CalendarTold"];

/** What airs and comes out from one ISO date to another, both counted. */
export function calendarQuery(from: string, to: string, locale: Locale) {
  return queryOptions({
    queryKey: [WATCHING, "calendar", from, to, locale],
    queryFn: ({ signal }) =>
      body(api.GET("/api/v1/me/calendar", { params: { query: { ...locale, from, to } }, signal })),
  });
}

/** Whether there is a secret address, and since when; never the address itself. */
export function calendarLinkQuery() {
  return queryOptions({
    queryKey: ["calendar-link"],
    queryFn: ({ signal }) => body(api.GET("/api/v1/me/calendar/link", { signal })),
  });
}
