import { useMemo, useSyncExternalStore } from "react";
import type { OpinionItem, OpinionPage } from "@/api/types";
import { joined } from "@/lib/pages";
import type { Shelf } from "./filters";
import { changeCount, opinionOf, watchChanges } from "./store";

const STANDS = {
  favorites: (id: number) => opinionOf(id).favorite,
  ratings: (id: number) => opinionOf(id).rating !== null,
  dismissals: (id: number) => opinionOf(id).dismissed,
} as const satisfies Record<Shelf, (id: number) => boolean>;

const identify = ({ title }: OpinionItem) => String(title.id);

/** The titles of a list that still belong there, after all that was changed since it was fetched; and how many there are. */
export function useStanding(shelf: Shelf, pages: OpinionPage[] | undefined) {
  const changes = useSyncExternalStore(watchChanges, changeCount);
  return useMemo(() => {
    const all = joined(pages ?? [], identify);
    const items = all.filter(({ title }) => changes === 0 || STANDS[shelf](title.id));
    const total = pages?.[0]?.total;
    return { items, total: total === undefined ? undefined : total - (all.length - items.length) };
  }, [shelf, pages, changes]);
}
