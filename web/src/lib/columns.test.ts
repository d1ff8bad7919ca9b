import { expect, test } from "vitest";
import { columnsOf } from "./columns";

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

test("the highest value fills the chart, and the others are as high in proportion", () => {
  expect(columnsOf([10, 5, 0], "ltr").map(({ height }) => height)).toEqual([1, 0.5, 0]);
});

test("little beside much is seen, and nothing is not", () => {
  const [, little, nothing] = columnsOf([100_000, 1, 0], "ltr");
  expect(little?.height).toBeGreaterThan(0.01);
  expect(nothing?.height).toBe(0);
});

test("columns share the width without touching", () => {
  const columns = columnsOf(TEN, "ltr");
  expect(columns[0]?.place).toEqual({ x: 0, width: 10 });
  expect(columns[9]?.middle).toBeCloseTo(95);
  columns.slice(1).forEach((column, index) => {
    const before = columns[index];
    expect(before && before.x + before.width).toBeLessThan(column.x);
  });
});

test("few columns are no broader than many and begin where a reader does", () => {
  const [first] = columnsOf([1, 2], "ltr");
  expect(first?.place.x).toBe(0);
  expect(first?.place.width).toBeCloseTo(100 / 7);
  const [mirrored] = columnsOf([1, 2], "rtl");
  expect(mirrored?.place.x).toBeCloseTo(600 / 7);
});

test("no values make no columns, and all nothing no height", () => {
  expect(columnsOf([], "ltr")).toEqual([]);
  expect(columnsOf([0, 0], "ltr").map(({ height }) => height)).toEqual([0, 0]);
});
