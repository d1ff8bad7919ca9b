import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";

const OFTEN = 15_000; // milliseconds

/** The outside services and how they are; looked at again while the page is open. */
export function connectionsQuery() {
  return queryOptions({
    queryKey: ["connections"],
    queryFn: ({ signal }) => body(api.GET("/api/v1/connections", { signal })),
    staleTime: OFTEN,
    refetchInterval: OFTEN,
  });
}
