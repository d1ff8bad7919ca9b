import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";

/** Everything about how one signs in is kept under one key, so that one change can have all of it asked anew. */
const KEY = "security";

export function emailsQuery() {
  return queryOptions({
    queryKey: [KEY, "emails"],
    queryFn: async ({ signal }) => (await body(api.GET("/api/v1/auth/browser/v1/account/email", { signal }))).data,
  });
}

export function phonesQuery() {
  return queryOptions({
    queryKey: [KEY, "phones"],
    queryFn: async ({ signal }) => (await body(api.GET("/api/v1/auth/browser/v1/account/phone", { signal }))).data,
  });
}

export function authenticatorsQuery() {
  return queryOptions({
    queryKey: [KEY, "authenticators"],
    queryFn: async ({ signal }) =>
      (await body(api.GET("/api/v1/auth/browser/v1/account/authenticators", { signal }))).data,
  });
}

export function linkedAccountsQuery() {
  return queryOptions({
    queryKey: [KEY, "links"],
    queryFn: async ({ signal }) => (await body(api.GET("/api/v1/auth/browser/v1/account/providers", { signal }))).data,
  });
}

export function sessionsQuery() {
  return queryOptions({
    queryKey: [KEY, "sessions"],
    queryFn: async ({ signal }) => (await body(api.GET("/api/v1/me/sessions", { signal }))).items,
  });
}

export function tokensQuery() {
  return queryOptions({
    queryKey: [KEY, "tokens"],
    queryFn: async ({ signal }) => (await body(api.GET("/api/v1/me/tokens", { signal }))).items,
  });
}
