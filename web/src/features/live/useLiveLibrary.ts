import { type Query, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { WATCHING } from "@/features/history/queries";
import { askAgain } from "@/features/opinions/marks";
import { CONNECTED, onLive, PARTED } from "@/lib/live";
import { gathering } from "./gathering";
import { DERIVED, PARTS } from "./parts";

const PAUSE = 500; // milliseconds: an import says much in a short time
const BY_AND_BY = 2_500; // until what is worked out by listeners is there, too

/** Has what another tab, another device or a worker changes in one's library asked for again where it is shown. */
export function useLiveLibrary(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const again = (words: ReadonlySet<string>) => {
      const isOld = ({ queryKey: [word] }: Query) => words.has(String(word));
      void queryClient.invalidateQueries({ predicate: isOld, refetchType: "none" });
      const isAskedAgain = (query: Query) => isOld(query) && !query.meta?.keepsItsPlace;
      void queryClient.refetchQueries({ predicate: isAskedAgain, type: "active" });
      if (words.has("opinions") || words.has(WATCHING)) askAgain();
    };
    // What is being changed here asks anew by itself; asking meanwhile would show what was before.
    const busy = () => queryClient.isMutating() > 0;
    const [soon, later] = [gathering(PAUSE, again, busy), gathering(BY_AND_BY, again, busy)];
    const hear = (name: string) => {
      soon.add(PARTS[name] ?? []);
      later.add(DERIVED[name] ?? []);
    };
    const ends = [
      ...Object.keys(PARTS).map((name) => onLive(name, () => { hear(name); })), // prettier-ignore
      // The first time, too: what is shown then was asked for before anybody listened.
      onLive(CONNECTED, () => {
        Object.keys(PARTS).forEach(hear);
      }),
      onLive(PARTED, () => {
        soon.add(PARTS["library.imports"] ?? []); // it is asked for each second from now on
      }),
      soon.stop,
      later.stop,
    ];
    return () => {
      ends.forEach((end) => {
        end();
      });
    };
  }, [queryClient]);
}
