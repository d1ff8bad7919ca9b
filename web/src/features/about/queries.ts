import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";

export function aboutQuery() {
  return queryOptions({
    queryKey: ["about"],
    queryFn: ({ signal }) => body(api.GET("/api/v1/about", { signal })),
    staleTime: Infinity,
  });
}
