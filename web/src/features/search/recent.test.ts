import { expect, test } from "vitest";
import { readRecent, withRecent } from "./recent";

test("the latest search stands on top, once", () => {
  expect(withRecent(["chaplin", "noir"], "Noir")).toEqual(["Noir", "chaplin"]);
});

test("what was typed on the way to a search is not kept beside it", () => {
  expect(withRecent(["metro", "lang"], "metropolis")).toEqual(["metropolis", "lang"]);
});

test("eight are enough", () => {
  expect(withRecent("abcdefgh".split(""), "z")).toHaveLength(8);
});

test("nonsense in the storage is no search", () => {
  expect(readRecent("")).toEqual([]);
  expect(readRecent("{oops")).toEqual([]);
  expect(readRecent('{"a":1}')).toEqual([]);
  expect(readRecent('["noir", 7, null]')).toEqual(["noir"]);
});
