import { Film, Search } from "lucide-react";
import { expect, test } from "vitest";
import type { Suggestion } from "@/api/types";
import { sectionsOf } from "./sections";

const command = (id: string, label = id, more = {}) => ({ id, label, icon: Film, ...more });
const hit: Suggestion = { kind: "movie", id: 7, name: "Sherlock Jr.", year: 1924, image: "x", slug: null };
const house = {
  query: "",
  pages: [command("movies", "Films"), command("tv", "TV")],
  actions: [command("theme", "Change the theme"), command("theme:dark", "Theme: Dark", { quiet: true })],
  hits: [hit],
  recent: [],
  all: { ...command("all", "All results"), icon: Search },
};
const shown = (told: Partial<typeof house>) =>
  sectionsOf({ ...house, ...told }).flatMap(({ rows }) => rows.map(({ value }) => value));

test("without a query there are pages and actions, but neither quiet ones nor titles", () => {
  expect(shown({})).toEqual(["pages movies", "pages tv", "actions theme"]);
});

test("what was chosen lately comes first, as long as it is there for this person", () => {
  const recent = [{ id: "movie:7", hit }, { id: "audit" }, { id: "tv" }];
  expect(sectionsOf({ ...house, recent })[0]).toMatchObject({
    name: "recent",
    rows: [{ value: "recent movie:7", hit }, { value: "recent tv" }],
  });
});

test("a query finds pages, titles and actions, quiet ones too, and leads to all results", () => {
  expect(shown({ query: "the" })).toEqual(["actions theme", "actions theme:dark", "found movie:7", "found all"]);
});
