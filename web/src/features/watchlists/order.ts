import type { InfiniteData } from "@tanstack/react-query";
import type { WatchlistDetail, WatchlistItem } from "@/api/types";
import { joined } from "@/lib/pages";

export type Pages = InfiniteData<WatchlistDetail>;

const identify = ({ title }: WatchlistItem) => String(title.id);

/** All titles of the pages that are there. */
export function itemsOf({ pages }: Pages): WatchlistItem[] {
  return joined(pages, identify);
}

/** The same pages with other titles, which all stand on the first until the server is asked again. */
export function withItems(now: Pages, items: WatchlistItem[]): Pages {
  return { ...now, pages: now.pages.map((page, index) => ({ ...page, items: index === 0 ? items : [] })) };
}

/** One title in the place of another; those between make room, so the positions stay the same ones. */
export function movedTo(items: WatchlistItem[], from: number, to: number): WatchlistItem[] {
  const others = items.toSpliced(from, 1);
  const moved = items.slice(from, from + 1);
  const positions = items.map(({ position }) => position);
  return others.toSpliced(to, 0, ...moved).map((item, index) => ({ ...item, position: positions[index] ?? index }));
}
