import { expect, test } from "vitest";
import { narrows, parseOpinionSearch } from "./filters";

test("a list, its filters and its order are read from the address", () => {
  const search = { shelf: "ratings", text: "vampire", kind: "movie", genre: "horror", rated: "no", sort: "title" };
  expect(parseOpinionSearch(search)).toEqual(search);
});

test("what makes no sense is left out", () => {
  expect(
    parseOpinionSearch({ shelf: "attic", text: "", kind: "opera", genre: "Horror!", rated: "maybe", sort: "smell" }),
  ).toEqual({});
});

test("an order narrows nothing, a word does", () => {
  expect([narrows({ sort: "title" }), narrows({ text: "x" })]).toEqual([false, true]);
});
