import { expect, test } from "vitest";
import { yearsBetween } from "./life";

test("a year of life is full on the birthday, not before", () => {
  expect(yearsBetween("1888-12-28", "1931-03-11")).toBe(42);
  expect(yearsBetween("1970-11-21", "2026-11-21")).toBe(56);
  expect(yearsBetween("1970-11-22", "2026-11-21")).toBe(55);
});

test("without both dates there is no age", () => {
  expect(yearsBetween(null, "2026-11-21")).toBeNull();
  expect(yearsBetween("1970-11-22", null)).toBeNull();
  expect(yearsBetween("2027-01-01", "2026-11-21")).toBeNull();
});
