import { expect, test } from "vitest";
import { dayOf, isMereDay } from "./moments";

test("noon in UTC is a mere day, and no other moment is", () => {
  expect(["2021-05-04T12:00:00Z", "1969-05-04T12:00:00.000Z", "2021-05-04T14:00:00+02:00"].map(isMereDay)).toEqual([true, true, true]); // prettier-ignore
  expect(["2021-05-04T12:00:00.001Z", "2021-05-04T12:01:00Z", "2021-05-04T00:00:00Z"].map(isMereDay)).toEqual([false, false, false]); // prettier-ignore
});

test("a mere day is the one that was named, wherever somebody is", () => {
  const day = dayOf("2021-05-04T12:00:00Z");
  expect([day.getFullYear(), day.getMonth() + 1, day.getDate()]).toEqual([2021, 5, 4]);
  expect(dayOf("2021-05-04T20:15:00Z").toISOString()).toBe("2021-05-04T20:15:00.000Z");
});
