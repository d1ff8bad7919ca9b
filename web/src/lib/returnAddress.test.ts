import { expect, test } from "vitest";
import { returnAddress } from "./returnAddress";

const HOUSE = "https://matinee.example";

test("a page of this house is returned to, with its query", () => {
  expect(returnAddress("/movies?sort=newest#wall", HOUSE)).toBe("/movies?sort=newest#wall");
});

test.each([
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "/\t/evil.example/",
  "/.//evil.example/",
  "/movies/..//evil.example/",
  "javascript:alert(1)",
  "movies",
  "",
  undefined,
  42,
])("%s leads to the front page", (address) => {
  expect(returnAddress(address, HOUSE)).toBe("/");
});

test("nobody is sent back to a page that signs them in", () => {
  expect(returnAddress("/sign-in?next=/me", HOUSE)).toBe("/");
  expect(returnAddress("/two-factor", HOUSE)).toBe("/");
  expect(returnAddress("/sign-inside", HOUSE)).toBe("/sign-inside");
});
