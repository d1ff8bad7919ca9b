import { expect, test } from "vitest";
import { readTint } from "./readTint";

test("a kept colour is read, and that a poster has none", () => {
  expect(readTint('{"a":0.01,"b":-0.02}')).toEqual({ a: 0.01, b: -0.02 });
  expect(readTint("null")).toBeNull();
});

test.each([null, "", "{oops", "7", "[]", '"x"', '{"a":"red","b":1}', "{}"])("%s is looked at anew", (kept) => {
  expect(readTint(kept)).toBeUndefined();
});
