import { expect, test } from "vitest";
import { span, totalRuntime } from "./collection";

test("a part that is only announced has no year and no length, and stands in nobody's way", () => {
  const announced = { year: null, runtime: null, released: null };
  const parts = [
    { year: 1939, runtime: 80, released: "1939-03-31" },
    { year: 1946, runtime: 72, released: "1946-05-24" },
  ];
  expect(span([...parts, announced])).toEqual({ from: 1939, to: 1946 });
  expect(totalRuntime([...parts, announced])).toBe(152);
});

test("a sum that lacks a film is not told", () => {
  expect(
    totalRuntime([
      { runtime: 80, released: "1939-03-31" },
      { runtime: null, released: "1946-05-24" },
    ]),
  ).toBeNull();
  expect(totalRuntime([])).toBeNull();
  expect(span([])).toBeNull();
});
