import { expect, test } from "vitest";
import type { ExternalIds } from "@/api/types";
import { elsewhere } from "./elsewhere";

const NONE: ExternalIds = { tmdb: null, imdb: null, tvdb: null, wikidata: null, archive: null };

test("a person and a title of one IMDb id form lead to different pages", () => {
  expect(elsewhere("person", { ...NONE, imdb: "nm0000026" })[0]?.href).toBe("https://www.imdb.com/name/nm0000026");
  expect(elsewhere("movie", { ...NONE, imdb: "tt0056923" })[0]?.href).toBe("https://www.imdb.com/title/tt0056923");
});

test("unknown ids lead nowhere", () => {
  expect(elsewhere("movie", NONE)).toEqual([]);
});

test("an identifier cannot lead out of its site", () => {
  expect(elsewhere("movie", { ...NONE, archive: "../evil?x" })[0]?.href).toBe(
    "https://archive.org/details/..%2Fevil%3Fx",
  );
});
