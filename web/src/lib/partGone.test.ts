import { expect, test } from "vitest";
import { isPartGone } from "./partGone";

test.each([
  "Failed to fetch dynamically imported module: https://matinee.test/assets/SearchPage-1a2b.js",
  "error loading dynamically imported module: https://matinee.test/assets/SearchPage-1a2b.js",
  "Importing a module script failed.",
  "Unable to preload CSS for /assets/SearchPage-1a2b.css",
])("a part of the program that is gone is known by what a browser says: %s", (message) => {
  expect(isPartGone(new TypeError(message))).toBe(true);
});

test("our own faults are something else", () => {
  expect(isPartGone(new TypeError("undefined is not a function"))).toBe(false);
  expect(isPartGone("Importing a module script failed.")).toBe(false);
});
