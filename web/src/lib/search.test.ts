import { expect, test } from "vitest";
import { choice, number, parseSearch, stringifySearch, text, tidy } from "./search";

test("a number in a query stays text without quotes, both ways", () => {
  expect(stringifySearch({ q: "1999" })).toBe("?q=1999");
  expect(parseSearch("?q=1999")).toEqual({ q: "1999" });
});

test("empty values leave no trace in the address", () => {
  expect(stringifySearch({ q: "", kind: undefined })).toBe("");
});

test("a number outside its bounds, or no number at all, is nothing", () => {
  expect(number("1950", 1870, 2200)).toBe(1950);
  expect(number("abc", 1870, 2200)).toBeUndefined();
  expect(number("", 0, 10)).toBeUndefined();
  expect(number("3000", 1870, 2200)).toBeUndefined();
});

test("text must have its form and a choice must be known", () => {
  expect(text("de", /^[a-z]{2}$/)).toBe("de");
  expect(text("<b>", /^[a-z]{2}$/)).toBeUndefined();
  expect(choice("newest", ["newest", "oldest"])).toBe("newest");
  expect(choice("worst", ["newest", "oldest"])).toBeUndefined();
});

test("tidy drops what is undefined and keeps zero", () => {
  expect(tidy({ a: undefined, b: 0 })).toEqual({ b: 0 });
});
