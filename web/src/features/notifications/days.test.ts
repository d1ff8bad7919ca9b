import { expect, test } from "vitest";
import { byDay } from "./days";

const NOW = new Date(2026, 10, 21, 9);
const told = (id: number, at: Date) => ({ id, kind: "x", data: {}, createdAt: at.toISOString(), readAt: null });

test("notifications stand under today, yesterday, and dates", () => {
  const items = [
    told(4, new Date(2026, 10, 21, 8)),
    told(3, new Date(2026, 10, 20, 23)),
    told(2, new Date(2026, 10, 20, 1)),
    told(1, new Date(2026, 10, 3, 12)),
  ];
  const days = byDay(items, "en", NOW).map(({ name, items }) => [name, items.map(({ id }) => id)]);
  expect(days).toEqual([
    ["Today", [4]],
    ["Yesterday", [3, 2]],
    ["Tuesday, November 3, 2026", [1]],
  ]);
});

test("days are named in the reader's language", () => {
  expect(byDay([told(1, NOW)], "de", NOW)[0]?.name).toBe("Heute");
});

test("a server whose clock is ahead has told it today", () => {
  expect(byDay([told(1, new Date(2026, 10, 22, 1))], "en", NOW)[0]?.name).toBe("Today");
});
