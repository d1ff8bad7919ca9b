import { expect, test } from "vitest";
import { parseCalendarSearch } from "./search";

test("an address may name a month, and nothing else is taken for one", () => {
  expect(parseCalendarSearch({ month: "2026-11" })).toEqual({ month: "2026-11" });
  for (const month of ["2026-13", "2026-00", "2026-1", "9999-12", "November", "2026-11-01", 202611, undefined]) {
    expect(parseCalendarSearch({ month })).toEqual({});
  }
});
