import { expect, test } from "vitest";
import { matches } from "./matching";

test("a command is found by the beginnings of its words, in any order", () => {
  expect(matches("sho key", "Show the keyboard shortcuts")).toBe(true);
  expect(matches("key sho", "Show the keyboard shortcuts")).toBe(true);
  expect(matches("board", "Show the keyboard shortcuts")).toBe(false);
});

test("accents and case make no difference", () => {
  expect(matches("espan", "Español")).toBe(true);
  expect(matches("ÜBERSICHT", "Zur ubersicht")).toBe(true);
});

test("nothing asked for matches everything", () => {
  expect(matches("  ", "Films")).toBe(true);
});
