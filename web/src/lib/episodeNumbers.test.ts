import { expect, test } from "vitest";
import { episodeNumbers } from "./episodeNumbers";

test("an episode's numbers have two places at least", () => {
  expect(episodeNumbers(1, 2)).toBe("1x02");
  expect(episodeNumbers(0, 12)).toBe("0x12");
  expect(episodeNumbers(3, 105)).toBe("3x105");
});
