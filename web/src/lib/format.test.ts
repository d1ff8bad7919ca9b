import { expect, test } from "vitest";
import { formats } from "./format";

test("a runtime is told in hours and minutes, in the reader's language", () => {
  expect(formats("en").runtime(113)).toBe("1 hr 53 min");
  expect(formats("en").runtime(60)).toBe("1 hr");
  expect(formats("de").runtime(12)).toBe("12 Min.");
});

test("an age is told in the largest unit that fits, and never as nothing", () => {
  expect(formats("en").ago(11_000)).toBe("3 hours ago");
  expect(formats("en").ago(5)).toBe("1 minute ago");
  expect(formats("de").ago(2 * 86_400)).toBe("vor 2 Tagen");
});

test("a date does not move with the reader's time zone", () => {
  expect(formats("en").date("1963-12-05")).toBe("December 5, 1963");
});

test("an unknown or malformed code is shown as it is", () => {
  expect(formats("en").region("US")).toBe("United States");
  expect(formats("en").region("nowhere")).toBe("nowhere");
});
