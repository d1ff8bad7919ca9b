import { expect, test } from "vitest";
import { releasesIn } from "./releases";

const release = (country: string, type: string, released: string | null) => ({
  country,
  type,
  released,
  certification: "",
});

test("each way of being released is told once, with its first date in the region", () => {
  const releases = [
    release("DE", "digital", "1999-12-01"),
    release("DE", "cinema", "1999-06-17"),
    release("US", "cinema", "1999-03-31"),
    release("DE", "cinema", "2019-08-30"),
    release("DE", "physical", null),
  ];
  expect(releasesIn("DE", releases).map(({ type, released }) => [type, released])).toEqual([
    ["cinema", "1999-06-17"],
    ["digital", "1999-12-01"],
  ]);
});
