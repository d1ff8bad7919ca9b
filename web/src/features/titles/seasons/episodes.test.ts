import { expect, test } from "vitest";
import type { SeasonCard } from "@/api/types";
import { inOrder, marks } from "./episodes";

const TODAY = "2026-11-21";
const aired = (...dates: (string | null)[]) => dates.map((date, index) => ({ id: index + 1, aired: date }));

test("specials come after all seasons", () => {
  const season = (number: number) => ({ number }) as SeasonCard;
  expect(inOrder([season(0), season(2), season(1)]).map(({ number }) => number)).toEqual([1, 2, 0]);
});

test("in a running season the next and the latest episode are marked", () => {
  expect([...marks(aired("2026-11-13", "2026-11-20", "2026-11-27", "2026-12-04"), TODAY)]).toEqual([
    [3, "next"],
    [2, "latest"],
  ]);
});

test("an episode that airs today is the latest, not the next", () => {
  expect([...marks(aired("2026-11-21", "2026-11-28"), TODAY)]).toEqual([
    [2, "next"],
    [1, "latest"],
  ]);
});

test("what ended long ago has neither, what ended last week has a latest", () => {
  expect([...marks(aired("1960-09-10", "1960-09-17", null), TODAY)]).toEqual([]);
  expect([...marks(aired("2026-11-07", "2026-11-14"), TODAY)]).toEqual([[2, "latest"]]);
});

test("a season that has not begun has only a next", () => {
  expect([...marks(aired(null, "2027-01-01", "2027-01-08"), TODAY)]).toEqual([[2, "next"]]);
});
