import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { aboutQuery } from "@/features/about/queries";
import { networkThere } from "@/lib/network";
import { serverReached } from "@/lib/reach";

const PAUSE = 5_000; // milliseconds between two looks at whether the server is back

/** How far this page reaches: to the server, only to a network without it, or nowhere. What is shown is fetched anew on the way back. */
export function useReach(): "server" | "network" | "nowhere" {
  const queryClient = useQueryClient();
  const online = useSyncExternalStore(networkThere.subscribe, networkThere.get);
  // Not by what succeeds: without a server the service worker answers from what it keeps.
  const lost = !useSyncExternalStore(serverReached.subscribe, serverReached.get);
  const away = lost || !online;
  useEffect(() => {
    if (!away) return;
    const look = () => queryClient.refetchQueries({ ...aboutQuery(), exact: true });
    const timer = setInterval(() => void look(), PAUSE);
    return () => {
      clearInterval(timer);
      void queryClient.refetchQueries({ type: "active", stale: true });
    };
  }, [away, queryClient]);

  if (!online) return "nowhere";
  return lost ? "network" : "server";
}
