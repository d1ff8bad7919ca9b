import { expect, test } from "vitest";
import type { Translate } from "@/i18n/i18n";
import type { Picture } from "@/api/types";
import { shelvesOf, worthShowing } from "./pictures";

const t: Translate = (key, values) => `${key} ${values?.number ?? ""} ${values?.title ?? ""}`;
const picture = (name: string): Picture => ({ name, width: 780, height: 1170, language: null });
const shelves = (backdrops: number, posters: number, logos = 0) => {
  const some = (count: number, name: string) => Array.from({ length: count }, (_, index) => picture(`${name}${index}`));
  const images = { backdrops: some(backdrops, "b"), posters: some(posters, "p"), logos: some(logos, "l") };
  return shelvesOf({ title: "Metropolis", images }, t);
};

test("a kind without pictures has no shelf", () => {
  expect(shelves(2, 0, 1).map(({ name }) => name)).toEqual(["backdrops", "logos"]);
  expect(shelvesOf({ title: "Metropolis", images: null }, t)).toEqual([]);
});

test("every picture says what it is and which one", () => {
  expect(shelves(0, 2)[0]?.pictures[1]?.alt).toBe("pictures.posterOf 2 Metropolis");
});

test("the poster and the backdrop that the header shows are no gallery yet", () => {
  expect(worthShowing(shelves(1, 1))).toBe(false);
  expect(worthShowing(shelves(1, 2))).toBe(true);
});
