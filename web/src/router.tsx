import type { QueryClient } from "@tanstack/react-query";
import { createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { parseSearch, stringifySearch } from "@/lib/search";
import { routeTree } from "@/routeTree.gen";

const HOVER = 60; // milliseconds on a link before its page is fetched
const PATIENCE = 120; // milliseconds before a skeleton is shown

/** The page of a failed page. Fetched right after the first one, while there still is somewhere to fetch it from. */
export const Failure = lazyRouteComponent(() => import("@/components/organisms/Failure"), "Failure");

export function createAppRouter(queryClient: QueryClient) {
  const router = createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultPreloadDelay: HOVER,
    defaultPreloadStaleTime: 0, // the query cache knows what is fresh
    defaultPendingMs: PATIENCE,
    defaultPendingMinMs: 0,
    defaultErrorComponent: Failure,
    defaultNotFoundComponent: lazyRouteComponent(() => import("@/components/organisms/NotFound"), "NotFound"),
    scrollRestoration: true,
    // Who turns back before a page has come leaves its skeleton, whose place is not to be kept as that of the page before.
    getScrollRestorationKey: ({ href, state }): string =>
      href === router.state.location.href ? (state.__TSR_key ?? href) : "",
  });
  return router;
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
