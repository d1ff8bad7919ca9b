import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { Problem } from "@/api/problem";

const UNKNOWN = [400, 404]; // no link of a catalogue, or of something that is not there

/** What a link, ours or of another catalogue, leads to here; null when nothing does. */
export function linkQuery(url: string) {
  return queryOptions({
    queryKey: ["link", url],
    queryFn: async ({ signal }) => {
      try {
        return await body(api.GET("/api/v1/resolve", { params: { query: { url } }, signal }));
      } catch (thrown) {
        if (thrown instanceof Problem && UNKNOWN.includes(thrown.status)) return null;
        throw thrown;
      }
    },
  });
}
