import { expect, test } from "vitest";
import { columnsFor } from "./usePosterGrid";

test("a phone shows three posters side by side and a wide screen as many as stay readable", () => {
  expect(columnsFor(358).columns).toBe(3);
  expect(columnsFor(1000).columns).toBe(6);
  expect(columnsFor(1600).columns).toBe(9);
});

test("even the narrowest window shows two", () => {
  expect(columnsFor(120).columns).toBe(2);
});
