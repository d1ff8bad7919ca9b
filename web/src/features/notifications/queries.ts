import { infiniteQueryOptions, type InfiniteData } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { components } from "@/api/schema";

export type Notification = components["schemas"]["NotificationItem"];
type Page = components["schemas"]["Notifications"];
export type Pages = InfiniteData<Page>;

const MINUTE = 60_000; // milliseconds

/** What whoever is signed in was told, the newest first; asked anew each minute as long as somebody looks. */
export function notificationsQuery() {
  return infiniteQueryOptions({
    queryKey: ["notifications"],
    queryFn: ({ pageParam, signal }) =>
      body(api.GET("/api/v1/notifications", { params: { query: { before: pageParam } }, signal })),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last: Page) => last.next ?? undefined,
    staleTime: MINUTE,
    refetchInterval: MINUTE,
  });
}
