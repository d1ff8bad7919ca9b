import { expect, test } from "vitest";
import { added, allMarked, itemsOf, marked, without } from "./changes";
import type { Pages } from "./queries";

const WHEN = "2026-11-21T10:00:00Z";
const told = (id: number, readAt: string | null = null) => ({
  id,
  kind: "user.joined",
  data: {},
  createdAt: WHEN,
  readAt,
});
const PAGES: Pages = {
  pages: [
    { items: [told(4), told(3, WHEN)], unread: 3, next: 3 },
    { items: [told(2), told(1)], unread: 3, next: null },
  ],
  pageParams: [undefined, 3],
};
const unread = (pages: Pages) => pages.pages[0]?.unread;
const unreadIds = (pages: Pages) => itemsOf(pages).flatMap(({ id, readAt }) => (readAt === null ? [id] : []));

test("what is marked as read no longer counts, and what was read already counts once", () => {
  const now = marked([3, 4], WHEN)(PAGES);
  expect(unread(now)).toBe(2);
  expect(unreadIds(now)).toEqual([2, 1]);
});

test("marking as unread takes it back", () => {
  expect(marked([4], null)(marked([4], WHEN)(PAGES))).toEqual(PAGES);
});

test("once all are read none counts, not even those that were not fetched", () => {
  const now = allMarked(WHEN)({ ...PAGES, pages: PAGES.pages.map((page) => ({ ...page, unread: 70 })) });
  expect(unread(now)).toBe(0);
  expect(unreadIds(now)).toEqual([]);
});

test("what is hidden is gone, and counts no longer if it was unread", () => {
  const now = without(new Set([3, 1]))(PAGES);
  expect(itemsOf(now).map(({ id }) => id)).toEqual([4, 2]);
  expect(unread(now)).toBe(2);
});

test("what was told since stands first, the newest before all, and once however often it comes", () => {
  const now = added([told(5), told(6)], 5)(PAGES);
  expect(itemsOf(now).map(({ id }) => id)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(unread(now)).toBe(5);
  expect(added([told(5), told(6)], 5)(now)).toEqual(now);
});
