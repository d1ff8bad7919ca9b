import { expect, test } from "vitest";
import { clock } from "./clock";
import { pauseOf, type TraktLink } from "./queries";

const link = (told: Partial<TraktLink>): TraktLink => ({
  isOffered: true,
  status: "linked",
  isSyncing: false,
  ...told,
});

test("a code is looked after as often as Trakt allows", () => {
  expect(pauseOf(link({ status: "linking", interval: 7 }))).toBe(7_000);
});

test("a link is looked after while both sides are compared, and else left alone", () => {
  expect(pauseOf(link({ isSyncing: true }))).toBe(2_000);
  expect(pauseOf(link({}))).toBe(false);
  expect(pauseOf(link({ status: "revoked" }))).toBe(false);
});

test("what is left of a code's time is told as on a clock", () => {
  expect([600, 65, 9, 0].map(clock)).toEqual(["10:00", "1:05", "0:09", "0:00"]);
});
