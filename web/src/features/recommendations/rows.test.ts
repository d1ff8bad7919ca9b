import { describe, expect, it } from "vitest";
import type { Recommended } from "@/api/types";
import { BECAUSE, FOR_YOU } from "@/features/rows/own";
import { rowsOf } from "./rows";

const BOTH = [FOR_YOU, BECAUSE];

/** A recommendation for each cause, in that order; null for what is only well known. */
function because(...causes: (number | null)[]): Recommended[] {
  return causes.map((cause, index) => {
    const becauseOf = cause === null ? null : { id: cause, kind: "movie", title: `Title ${cause}` };
    return { id: index, reason: { kind: "genres", names: [], becauseOf } } as unknown as Recommended;
  });
}

const ids = (titles: Recommended[]) => titles.map(({ id }) => id);

describe("the recommendations on Discover", () => {
  it("give the title that speaks for most of them a row of its own, and each stands in one row", () => {
    const { because: own, others } = rowsOf(because(7, 8, 8, 7, 8, 8, 8, 9, 7, 9), BOTH);
    expect(ids(own)).toEqual([1, 2, 4, 5, 6]);
    expect(ids(others)).toEqual([0, 3, 7, 8, 9]);
  });

  it("stand in one row when a second would be a short one", () => {
    expect(rowsOf(because(7, 7, 7, 7, 7, 8), BOTH).because).toEqual([]);
    expect(rowsOf(because(7, 7, 7, 7, 7, 8), BOTH).others).toHaveLength(6);
    expect(rowsOf(because(7, 7, 8, 8, 9, 9), BOTH).because).toEqual([]);
  });

  it("all stand in the one row that somebody wants", () => {
    const items = because(8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9);
    expect(rowsOf(items, [FOR_YOU]).others).toHaveLength(11);
    expect(ids(rowsOf(items, [BECAUSE]).because)).toEqual([5, 6, 7, 8, 9, 10]);
  });

  it("are not there for somebody of whom nothing is known", () => {
    expect(rowsOf(because(null, null, null, null, null, null), BOTH)).toEqual({ because: [], others: [] });
    expect(rowsOf([], BOTH)).toEqual({ because: [], others: [] });
  });
});
