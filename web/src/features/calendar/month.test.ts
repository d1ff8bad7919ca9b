import { expect, test } from "vitest";
import { monthOf, shifted, weeksOf } from "./month";

test("a month is shown in whole weeks, which begin as the reader's do", () => {
  const german = weeksOf("2026-11", { language: "de" });
  expect([german[0], german.at(-1), german.length]).toEqual(["2026-10-26", "2026-12-06", 42]);
  const english = weeksOf("2026-11", { language: "en" });
  expect([english[0], english.at(-1), english.length]).toEqual(["2026-11-01", "2026-12-05", 35]);
  const british = weeksOf("2026-11", { language: "en", region: "GB" });
  expect(british).toEqual(german);
});

test("months follow one another over the end of a year", () => {
  expect(shifted("2026-12", 1)).toBe("2027-01");
  expect(shifted("2026-01", -1)).toBe("2025-12");
});

test("a moment is in the month of this place", () => {
  expect(monthOf(new Date(2026, 10, 30, 23, 59))).toBe("2026-11");
  expect(monthOf(new Date(2026, 11, 1, 0, 1))).toBe("2026-12");
});
