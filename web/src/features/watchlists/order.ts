import type { InfiniteData } from "@tanstack/react-query";
import type { TitleCard, WatchlistDetail, WatchlistItem } from "@/api/types";
import { joined } from "@/lib/pages";

/** What is shown of a title in a list: of one that was just put there no more is known. */
export type Placed = Pick<WatchlistItem, "note" | "position"> & {
  title: Pick<TitleCard, "id" | "kind" | "title" | "year" | "poster">;
};
export type Pages = InfiniteData<Omit<WatchlistDetail, "items"> & { items: Placed[] }>;

const identify = ({ title }: Placed) => String(title.id);

/** All titles of the pages that are there. */
export function itemsOf({ pages }: Pages): Placed[] {
  return joined(pages, identify);
}

/** The same pages with other titles, which all stand on the first until the server is asked again. */
export function withItems(now: Pages, items: Placed[]): Pages {
  const more = items.length - itemsOf(now).length;
  return {
    ...now,
    pages: now.pages.map((page, index) => ({
      ...page,
      total: page.total + more,
      items: index === 0 ? items : [],
    })),
  };
}

/** One title in the place of another; those between make room, so the positions stay the same ones. */
export function movedTo(items: Placed[], from: number, to: number): Placed[] {
  const others = items.toSpliced(from, 1);
  const moved = items.slice(from, from + 1);
  const positions = items.map(({ position }) => position);
  return others.toSpliced(to, 0, ...moved).map((item, index) => ({ ...item, position: positions[index] ?? index }));
}
