import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";

export function mailQuery() {
  return queryOptions({
    queryKey: ["mail-settings"],
    queryFn: ({ signal }) => body(api.GET("/api/v1/settings/mail", { signal })),
  });
}

export function smsQuery() {
  return queryOptions({
    queryKey: ["sms-settings"],
    queryFn: ({ signal }) => body(api.GET("/api/v1/settings/sms", { signal })),
  });
}

export function tmdbQuery() {
  return queryOptions({
    queryKey: ["tmdb-settings"],
    queryFn: ({ signal }) => body(api.GET("/api/v1/settings/tmdb", { signal })),
  });
}

export function identityProvidersQuery() {
  return queryOptions({
    queryKey: ["identity-providers"],
    queryFn: async ({ signal }) => (await body(api.GET("/api/v1/identity-providers", { signal }))).items,
  });
}

/** What this house is at Trakt. */
export function traktAppQuery() {
  return queryOptions({
    queryKey: ["trakt-settings"],
    queryFn: ({ signal }) => body(api.GET("/api/v1/settings/trakt", { signal })),
  });
}
