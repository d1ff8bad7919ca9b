import { expect, test } from "vitest";
import { countFilters, parseFilters, toggleGenre } from "./filters";

test("an address with nonsense in it shows an unfiltered list instead of an error", () => {
  expect(parseFilters({ yearFrom: "abc", sort: "worst", genre: "<script>", runtimeTo: "-4" })).toEqual({});
});

test("a good address is read field by field", () => {
  expect(parseFilters({ genre: "comedy,film-noir", yearFrom: "1930", ratingFrom: "7", sort: "newest" })).toEqual({
    genre: "comedy,film-noir",
    yearFrom: 1930,
    ratingFrom: 7,
    sort: "newest",
  });
});

test("choosing a genre twice takes it away again", () => {
  const comedy = toggleGenre({}, "comedy");
  const both = toggleGenre(comedy, "horror");
  expect(both.genre).toBe("comedy,horror");
  expect(toggleGenre(toggleGenre(both, "comedy"), "horror")).toEqual({});
});

test("every genre counts as one filter and the order of the list as none", () => {
  expect(countFilters({ genre: "comedy,horror", yearFrom: 1930, sort: "title" })).toBe(3);
});
