import { expect, test } from "vitest";
import type { SearchHit } from "@/api/types";
import { grouped } from "./groups";
import { identify } from "./search";

const hit = (kind: SearchHit["kind"], id: number) => {
  const none = { kind, title: null, person: null, collection: null, list: null };
  if (kind === "list") return { ...none, list: { slug: `list-${id}` } } as SearchHit;
  return { ...none, [kind === "movie" || kind === "tv" ? "title" : kind]: { id } } as SearchHit;
};

test("the best hit stands alone, the rest by kind in the order in which the kinds were found", () => {
  const { best, groups } = grouped([
    hit("movie", 1),
    hit("person", 2),
    hit("movie", 3),
    hit("list", 4),
    hit("movie", 5),
  ]);
  expect(best && identify(best)).toBe("movie-1");
  expect(groups.map(({ kind, hits }) => [kind, hits.map(identify)])).toEqual([
    ["person", ["person-2"]],
    ["movie", ["movie-3", "movie-5"]],
    ["list", ["list-list-4"]],
  ]);
});

test("a kind shows a row, not all of it", () => {
  const many = Array.from({ length: 40 }, (_, id) => hit("tv", id));
  expect(grouped(many).groups[0]?.hits).toHaveLength(12);
});

test("of nothing there is nothing", () => {
  expect(grouped([])).toEqual({ best: undefined, groups: [] });
});
