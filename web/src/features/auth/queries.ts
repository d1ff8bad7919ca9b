import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { answered } from "./answer";
import { nextStep, START } from "./flow";

/** How this installation lets people in. */
export function signInConfigQuery() {
  return queryOptions({
    queryKey: ["sign-in-config"],
    queryFn: async ({ signal }) => (await body(api.GET("/api/v1/auth/browser/v1/config", { signal }))).data,
  });
}

/** Whether the first administrator is still to be made. */
export function setupQuery() {
  return queryOptions({
    queryKey: ["setup"],
    queryFn: ({ signal }) => body(api.GET("/api/v1/setup", { signal })),
  });
}

/** How far this browser is with signing in; kept up to date by what each step answers. */
export function stepQuery() {
  return queryOptions({
    queryKey: ["step"],
    queryFn: async () => nextStep(START, await look(), { looked: true }),
    staleTime: Infinity,
  });
}

export function look() {
  return answered(api.GET("/api/v1/auth/browser/v1/auth/session"));
}

/** What is known of whoever comes from a provider and has no account here yet. */
export function providerSignUpQuery() {
  return queryOptions({
    queryKey: ["provider-sign-up"],
    queryFn: async ({ signal }) =>
      (await body(api.GET("/api/v1/auth/browser/v1/auth/provider/signup", { signal }))).data,
    staleTime: Infinity,
  });
}

/** Forgets everything that somebody else has seen here, and asks anew for what is on the screen. */
export async function startAfresh(queryClient: QueryClient): Promise<void> {
  queryClient.removeQueries({ type: "inactive" });
  // Who has just come from a provider is no longer on the way in: asking for that again would be an error.
  await queryClient.resetQueries({ predicate: (query) => query.queryKey[0] !== "provider-sign-up" });
}
