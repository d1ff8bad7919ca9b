import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { Locale } from "@/features/locale/locale";
import { FRESH } from "@/lib/queryClient";
import { whileRefreshing } from "@/lib/refreshing";

export function personQuery(id: string, locale: Locale) {
  return queryOptions({
    queryKey: ["person", id, locale],
    queryFn: ({ signal }) =>
      body(api.GET("/api/v1/people/{ref}", { params: { path: { ref: id }, query: locale }, signal })),
    staleTime: FRESH.details,
    refetchInterval: whileRefreshing,
  });
}
