import { expect, test } from "vitest";
import type { WatchlistItem } from "@/api/types";
import { movedTo } from "./order";

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
