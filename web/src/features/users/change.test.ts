import { expect, test } from "vitest";
import { changeOf } from "./change";

test("a switch that is off is told as off, since a form says nothing of it", () => {
  const change = changeOf({ displayName: " Alice ", role: "member", isActive: "on", mayStream: "on" });
  expect(change).toMatchObject({ displayName: "Alice", role: "member", isActive: true, mayStream: true });
  expect(change.mayRequest).toBe(false);
});

test("no age is no cap", () => {
  expect(changeOf({ ageCap: "" }).ageCap).toBeNull();
  expect(changeOf({ ageCap: "12" }).ageCap).toBe(12);
});

test("administrators change neither their own role nor whether they are active", () => {
  const change = changeOf({ self: "on", displayName: "Root" });
  expect(change).not.toHaveProperty("role");
  expect(change).not.toHaveProperty("isActive");
});

test("a quota is a number, and left empty it has no limit", () => {
  expect(changeOf({ streams: "3", requestDays: "" }).quotas).toMatchObject({ streams: 3, requestDays: null });
});
