import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { meQuery } from "@/features/me/queries";
import { CONNECTED, PARTED, sayLive } from "@/lib/live";
import { networkThere } from "@/lib/network";
import { serverReached } from "@/lib/reach";

const PAUSE = 1_000; // milliseconds that a page has to itself before anything is fetched for this
const NO_SERVER = import.meta.env.MODE === "mock"; // answers are recorded, and nothing ever happens

/** Hears at once what happens (`lib/live`), as long as there is a way to the server. */
export function useLive(): void {
  const queryClient = useQueryClient();
  const network = useSyncExternalStore(networkThere.subscribe, networkThere.get);
  const reached = useSyncExternalStore(serverReached.subscribe, serverReached.get);
  const possible = network && reached && !NO_SERVER;
  useEffect(() => {
    if (!possible) return;
    const { queryKey } = meQuery();
    let end: (() => void) | undefined;
    let over = false;
    const begin = async () => {
      const { connect } = await import("./connection");
      if (over) return;
      end = connect({
        connected: () => {
          sayLive(CONNECTED);
        },
        parted: () => {
          sayLive(PARTED);
        },
        said: sayLive,
        refused: () => void queryClient.invalidateQueries({ queryKey }),
      });
    };
    const timer = setTimeout(() => {
      begin().catch(() => undefined); // no way to fetch it now: what is new is asked for each minute anyway
    }, PAUSE);
    return () => {
      over = true;
      clearTimeout(timer);
      end?.();
    };
  }, [possible, queryClient]);
}
