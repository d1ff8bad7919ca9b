import { expect, test } from "vitest";
import type { ListCard, TitleCard } from "@/api/types";
import { featured } from "./featured";

const DAY = 86_400_000;

function list(...ids: number[]): ListCard {
  const items = ids.map((id) => ({ id, backdrop: `b${id}`, overview: "…" }) as TitleCard);
  return { items } as ListCard;
}

const ids = (titles: TitleCard[]) => titles.map(({ id }) => id);

test("the same day shows the same titles and the next day the following ones", () => {
  const lists = [list(1, 2, 3, 4, 5, 6, 7)];
  expect(ids(featured(lists, 0))).toEqual([1, 2, 3, 4, 5]);
  expect(ids(featured(lists, DAY - 1))).toEqual([1, 2, 3, 4, 5]);
  expect(ids(featured(lists, DAY))).toEqual([6, 7, 1, 2, 3]);
});

test("a short first list gives way to one that is long enough", () => {
  expect(ids(featured([list(1), list(2, 3, 4, 5, 6)], 0))).toEqual([2, 3, 4, 5, 6]);
});

test("an empty catalogue has nothing on top", () => {
  expect(featured([], 0)).toEqual([]);
});
