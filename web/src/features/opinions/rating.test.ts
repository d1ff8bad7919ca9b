import { expect, test } from "vitest";
import { ratingAt } from "./rating";

test("each half star counts up to its end", () => {
  const width = 200; // ten pixels a half
  expect([1, 10, 11, 20, 169, 171, 200].map((x) => ratingAt(x, width))).toEqual([0.5, 0.5, 1, 1, 8.5, 9, 10]);
});

test("before the stars is none of them, and behind them all", () => {
  expect([ratingAt(-40, 200), ratingAt(0, 200), ratingAt(900, 200)]).toEqual([0, 0, 10]);
});
