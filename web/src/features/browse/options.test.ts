import { expect, test } from "vitest";
import { RUNTIMES, runtimeOf } from "./options";

test("a length that was chosen is found again, with and without an end", () => {
  for (const { name, from, to } of RUNTIMES) expect(runtimeOf({ runtimeFrom: from, runtimeTo: to })?.name).toBe(name);
  expect(runtimeOf({ runtimeFrom: 121 })?.name).toBe("epic");
});

test("a length that only an address can ask for is none of them", () => {
  expect(runtimeOf({ runtimeFrom: 121, runtimeTo: 150 })).toBeUndefined();
  expect(runtimeOf({})).toBeUndefined();
});
