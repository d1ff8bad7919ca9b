import { expect, test } from "vitest";
import { joined, nextPage } from "./pages";

test("after a page in the middle comes the next one", () => {
  expect(nextPage({ page: 2, pages: 3 })).toBe(3);
});

test("after the last page comes none, nor after an empty answer", () => {
  expect(nextPage({ page: 3, pages: 3 })).toBeUndefined();
  expect(nextPage({ page: 1, pages: 0 })).toBeUndefined();
});

test("a title that slipped onto the next page while scrolling is shown once, where it was first", () => {
  const pages = [{ items: ["a", "b"] }, { items: ["b", "c"] }];
  expect(joined(pages, (item) => item)).toEqual(["a", "b", "c"]);
});
