import type { ListCard, TitleCard } from "@/api/types";

const SHOWN = 5;
const DAY = 86_400_000; // milliseconds

/** The titles for the top of Discover: from the first list that has enough with a backdrop, others every day. */
export function featured(lists: ListCard[], now: number): TitleCard[] {
  const shown = lists.map((list) => list.items.filter((title) => title.backdrop && title.overview));
  const titles = shown.find((items) => items.length >= SHOWN) ?? shown.flat();
  if (titles.length <= SHOWN) return titles;
  const start = (Math.floor(now / DAY) * SHOWN) % titles.length;
  return [...titles, ...titles].slice(start, start + SHOWN);
}
