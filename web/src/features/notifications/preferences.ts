import { queryOptions } from "@tanstack/react-query";
import { api, body, done } from "@/api/client";
import type { components } from "@/api/schema";
import { useOptimistic } from "@/lib/useOptimistic";

type Preferences = components["schemas"]["Preferences"];

/** What whoever is signed in wants to be told. */
export function preferencesQuery() {
  return queryOptions({
    queryKey: ["notification-preferences"],
    queryFn: ({ signal }) => body(api.GET("/api/v1/me/notification-preferences", { signal })),
  });
}

/** Turns a kind on or off; it shows at once. */
export function usePrefer(): (kind: string, inApp: boolean) => void {
  const act = useOptimistic<Preferences>(preferencesQuery().queryKey);
  return (kind, inApp) => {
    act({
      change: ({ items }) => ({ items: items.map((item) => (item.kind === kind ? { ...item, inApp } : item)) }),
      call: () =>
        done(api.PUT("/api/v1/me/notification-preferences/{kind}", { params: { path: { kind } }, body: { inApp } })),
    });
  };
}
