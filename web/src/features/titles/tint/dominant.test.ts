import { expect, test } from "vitest";
import { dominant, MOST_CHROMA } from "./dominant";

type Colour = [red: number, green: number, blue: number];
const picture = (...parts: [colour: Colour, pixels: number][]) =>
  parts.flatMap(([colour, pixels]) => Array.from({ length: pixels }, () => [...colour, 255]).flat());

const BLACK: Colour = [12, 12, 12];
const RED: Colour = [200, 30, 35];
const BLUE: Colour = [25, 60, 190];

/** Degrees, 0-360. */
const hue = (tint: ReturnType<typeof dominant>) =>
  ((Math.atan2(tint?.b ?? 0, tint?.a ?? 0) * 180) / Math.PI + 360) % 360;

test("a poster is remembered by the colour that there is most of", () => {
  expect(hue(dominant(picture([BLACK, 300], [BLUE, 100], [RED, 40])))).toBeCloseTo(265, -1);
  expect(hue(dominant(picture([BLACK, 300], [BLUE, 40], [RED, 100])))).toBeCloseTo(26, -1);
});

test("a small bright mark outweighs a large dull field", () => {
  const dull: Colour = [95, 84, 74];
  expect(hue(dominant(picture([dull, 300], [RED, 100])))).toBeCloseTo(26, -1);
});

test("black and white, or a speck of colour on it, tints nothing", () => {
  expect(dominant(picture([BLACK, 200], [[240, 240, 240], 200]))).toBeNull();
  expect(dominant(picture([BLACK, 400], [RED, 5]))).toBeNull();
  expect(dominant([])).toBeNull();
});

test("hues next to each other count as one, also where the circle closes", () => {
  const reds: Colour[] = [
    [205, 40, 60],
    [205, 50, 30],
  ];
  const tint = dominant(picture([[30, 110, 40], 90], ...reds.map((red): [Colour, number] => [red, 60])));
  expect(tint?.a).toBeGreaterThan(0);
});

test("the brightest poster colours a page no more than is calm", () => {
  const tint = dominant(picture([[255, 0, 255], 100]));
  expect(Math.hypot(tint?.a ?? 0, tint?.b ?? 0)).toBeCloseTo(MOST_CHROMA);
});
