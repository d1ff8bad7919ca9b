import { QueryClient } from "@tanstack/react-query";
import { Problem } from "@/api/problem";

const MINUTE = 60_000;
const RETRIES = 2;

/** How long an answer counts as fresh in this browser, in milliseconds: the catalogue's pages and lists, and one's own. */
export const FRESH = { details: 5 * MINUTE, lists: 2 * MINUTE, own: MINUTE } as const;

/** The `meta` of what stays on the screen as it is although it is old, so that nothing jumps; the next visit asks anew. */
export const KEEPS_ITS_PLACE = { keepsItsPlace: true } as const;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH.own,
        gcTime: 30 * MINUTE,
        networkMode: "always", // the server may be this very machine: no network is no reason not to ask
        retry: (failures, error) => error instanceof Problem && error.passing && failures < RETRIES,
        retryDelay: (failures) => 400 * 2 ** failures,
      },
    },
  });
}
