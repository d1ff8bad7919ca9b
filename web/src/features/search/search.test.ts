import { expect, test } from "vitest";
import { LONGEST_QUERY, parseSearchPage } from "./search";

test("a search for a year stays text", () => {
  expect(parseSearchPage({ q: "1999" })).toEqual({ q: "1999" });
});

test("an unknown kind, or all kinds, is no kind", () => {
  expect(parseSearchPage({ q: "lang", kind: "person" })).toEqual({ q: "lang", kind: "person" });
  expect(parseSearchPage({ q: "lang", kind: "all" })).toEqual({ q: "lang" });
  expect(parseSearchPage({ q: "lang", kind: "robot" })).toEqual({ q: "lang" });
});

test("a query is never longer than the server takes", () => {
  expect(parseSearchPage({ q: ` ${"x".repeat(10_000)}` }).q).toHaveLength(LONGEST_QUERY);
});
