import type { GenreItem, ListCard } from "@/api/types";
import { useMe } from "@/features/me/queries";
import { BECAUSE, FOR_YOU, UP_NEXT } from "./own";
import { arrange, type Arranged } from "./rows";
import { useRowChoice } from "./useRowChoice";

export const GENRES = "genres"; // the one row of the house that is no list

/** All rows of Discover in the order that whoever looks wants them, with those that they do not want to see. */
export function useRows(lists: ListCard[], genres: GenreItem[]): Arranged[] {
  const me = useMe();
  const [choice] = useRowChoice();
  const filled = lists.filter(({ items }) => items.length > 0).map(({ slug }) => slug);
  const house = [...(genres.length > 0 ? [GENRES] : []), ...filled];
  const there = me !== null ? [UP_NEXT, FOR_YOU, ...house.slice(0, 2), BECAUSE, ...house.slice(2)] : house;
  return arrange(there, choice);
}
