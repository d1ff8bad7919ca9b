import { expect, test } from "vitest";
import { namesOf, parseForYouSearch, parseTogetherSearch } from "./search";

test("whom one watches with, how long and what comes from the address", () => {
  const search = parseTogetherSearch({ with: "bob,carol", minutes: "90", kind: "movie" });
  expect(search).toEqual({ with: "bob,carol", minutes: 90, kind: "movie" });
  expect(namesOf(search)).toEqual(["bob", "carol"]);
});

test("an address without anybody is about nobody", () => {
  expect(namesOf(parseTogetherSearch({}))).toEqual([]);
});

test("what makes no sense is left out", () => {
  expect(parseTogetherSearch({ with: "a,b,c,d", minutes: "-1", kind: "opera" })).toEqual({});
  expect(parseTogetherSearch({ with: "bob,,carol", minutes: "90.5" })).toEqual({});
  expect(parseForYouSearch({ kind: "opera" })).toEqual({});
});
