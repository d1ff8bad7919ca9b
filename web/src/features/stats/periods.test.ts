import { expect, test } from "vitest";
import { isYear, periodsOf } from "./periods";

const month = (month: string, minutes: number) => ({ month, films: 1, episodes: 0, minutes });

test("a year has twelve months, those without anything, too", () => {
  const periods = periodsOf([month("2025-03", 90)], 2025);
  expect(periods).toHaveLength(12);
  expect(periods[2]).toEqual({ id: "2025-03", minutes: 90 });
  expect(periods[3]).toEqual({ id: "2025-04", minutes: 0 });
});

test("all time runs from the first month to the last", () => {
  const ids = periodsOf([month("2024-11", 60), month("2025-02", 30)]).map(({ id }) => id);
  expect(ids).toEqual(["2024-11", "2024-12", "2025-01", "2025-02"]);
});

test("many months become years", () => {
  const periods = periodsOf([month("2020-01", 60), month("2020-12", 40), month("2023-02", 30)]);
  expect(periods).toEqual([
    { id: "2020", minutes: 100 },
    { id: "2021", minutes: 0 },
    { id: "2022", minutes: 0 },
    { id: "2023", minutes: 30 },
  ]);
  expect(periods.every(isYear)).toBe(true);
});

test("nothing watched is no period", () => {
  expect(periodsOf([])).toEqual([]);
});
