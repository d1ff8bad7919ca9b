import { expect, test } from "vitest";
import type { FilmographyItem, TitleCard } from "@/api/types";
import { byDepartment, knownFor, ofKind } from "./filmography";

const title = (id: number, year: number | null, popularity = 0) =>
  ({ id, year, popularity, title: `T${id}` }) as TitleCard;
const acted = (character: string) => ({ kind: "cast" as const, character, job: "", department: "", episodes: null });
const did = (job: string, department: string) => ({
  kind: "crew" as const,
  character: "",
  job,
  department,
  episodes: null,
});

const FILMOGRAPHY: FilmographyItem[] = [
  { title: title(1, 1931, 5), parts: [acted("The Tramp"), did("Director", "Directing"), did("Music", "Sound")] },
  { title: title(2, null, 1), parts: [did("Director", "Directing")] },
  { title: title(3, 1940, 9), parts: [acted("Hynkel"), acted("A barber")] },
];

test("a person's own department comes first, then the busiest", () => {
  expect(byDepartment(FILMOGRAPHY, "Directing").map(({ name }) => name)).toEqual(["Directing", "Acting", "Sound"]);
});

test("undated work stands above the newest, and two parts in one film are one line", () => {
  const [directing, acting] = byDepartment(FILMOGRAPHY, "Directing");
  expect(directing?.works.map((work) => work.title.id)).toEqual([2, 1]);
  expect(acting?.works[0]).toMatchObject({ title: { id: 3 }, parts: ["Hynkel", "A barber"] });
});

test("people are known for their best known titles", () => {
  expect(knownFor(FILMOGRAPHY).map(({ id }) => id)).toEqual([3, 1, 2]);
});

test("films and series can be looked at apart", () => {
  const [film, show] = [
    { ...title(4, 1950), kind: "movie" as const },
    { ...title(5, 1951), kind: "tv" as const },
  ];
  const both = [film, show].map((one) => ({ title: one, parts: [acted("Himself")] }));
  expect(ofKind(both, "tv").map((item) => item.title.id)).toEqual([5]);
  expect(ofKind(both, undefined)).toHaveLength(2);
});
