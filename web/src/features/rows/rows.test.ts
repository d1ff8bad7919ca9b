import { describe, expect, it } from "vitest";
import { arrange, moved, readRows, shown } from "./rows";

const NONE = { order: [], hidden: [] };

describe("the rows of Discover", () => {
  it("stand as the house has them until somebody chooses", () => {
    expect(arrange(["a", "b"], NONE)).toEqual([
      { id: "a", hidden: false },
      { id: "b", hidden: false },
    ]);
  });

  it("stand as somebody wants them, without what is no longer there", () => {
    const rows = arrange(["a", "b", "c"], { order: ["c", "gone", "a", "b"], hidden: ["b", "gone"] });
    expect(rows.map(({ id }) => id)).toEqual(["c", "a", "b"]);
    expect(rows.filter(({ hidden }) => hidden).map(({ id }) => id)).toEqual(["b"]);
  });

  it("take in a new row behind the one it follows in the house", () => {
    expect(arrange(["a", "b", "new"], { order: ["b", "a"], hidden: [] }).map(({ id }) => id)).toEqual([
      "b",
      "new",
      "a",
    ]);
    expect(arrange(["new", "a", "b"], { order: ["b", "a"], hidden: [] }).map(({ id }) => id)).toEqual([
      "new",
      "b",
      "a",
    ]);
  });

  it("move up and down", () => {
    const rows = arrange(["a", "b", "c"], NONE);
    expect(moved(rows, "c", "a").order).toEqual(["c", "a", "b"]);
    expect(moved(rows, "a", "b").order).toEqual(["b", "a", "c"]);
    expect(moved(rows, "a", "nowhere").order).toEqual(["a", "b", "c"]);
  });

  it("go and come back", () => {
    const without = shown(arrange(["a", "b"], NONE), "a", false);
    expect(without.hidden).toEqual(["a"]);
    expect(shown(arrange(["a", "b"], without), "a", true).hidden).toEqual([]);
  });

  it("are the house's when what was kept makes no sense", () => {
    expect(readRows(null)).toEqual(NONE);
    expect(readRows("a")).toEqual(NONE);
    expect(readRows({ order: [1, "a", "a", null], hidden: "a" })).toEqual({ order: ["a"], hidden: [] });
  });
});
