import { expect, test } from "vitest";
import type { WatchlistItem } from "@/api/types";
import { itemsOf, movedTo, withItems, type Pages } from "./order";

const item = (id: number, position: number) => ({ title: { id }, position }) as WatchlistItem;
const list = [item(7, 0), item(8, 2), item(9, 3)]; // at 1 is one that is not for this person

test.each([
  [0, 2, [8, 9, 7]],
  [2, 0, [9, 7, 8]],
  [1, 1, [7, 8, 9]],
])("a title moves from %i to %i, and the others share the positions there are", (from, to, order) => {
  const moved = movedTo(list, from, to);
  expect(moved.map(({ title }) => title.id)).toEqual(order);
  expect(moved.map(({ position }) => position)).toEqual([0, 2, 3]);
});

test("what comes in or goes out is counted, on every page that is there", () => {
  const now = {
    pages: [
      { items: list, total: 5 },
      { items: [item(10, 4)], total: 5 },
    ],
    pageParams: [1, 2],
  } as unknown as Pages;
  const totals = (count: number) => withItems(now, itemsOf(now).slice(0, count)).pages.map(({ total }) => total);
  expect(totals(4)).toEqual([5, 5]);
  expect(totals(3)).toEqual([4, 4]);
});
