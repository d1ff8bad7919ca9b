import { expect, test } from "vitest";
import TOKENS from "@/styles/tokens.css?raw";
import { MOST_CHROMA, type Tint } from "./dominant";
import type { Oklab } from "./oklab";

const HUES = Array.from({ length: 360 }, (_, degrees) => degrees);
const READABLE = 4.5; // WCAG 2.2 AA, text of any size

/** A token as tokens.css has it, on a page with that tint. */
function token(name: string, theme: "light" | "dark", tint: Tint): Oklab {
  const said = new RegExp(`--color-${name}:([^;]+);`).exec(TOKENS)?.[1] ?? "";
  const [light, dark] = [...said.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)];
  const [l, chroma, hue] = ((theme === "light" ? light : dark) ?? []).slice(1).map(Number) as [number, number, number];
  const turn = (hue * Math.PI) / 180;
  const moved = said.includes("--tint-a") ? tint : { a: 0, b: 0 };
  return { l, a: chroma * Math.cos(turn) + moved.a, b: chroma * Math.sin(turn) + moved.b };
}

/** Relative luminance of what a screen shows of the colour. */
function luminance({ l, a, b }: Oklab): number {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const shown = (value: number) => Math.min(1, Math.max(0, value));
  return (
    0.2126 * shown(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short) +
    0.7152 * shown(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short) +
    0.0722 * shown(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short)
  );
}

function contrast(one: Oklab, other: Oklab): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const CASES = (["light", "dark"] as const).flatMap((theme) =>
  ["ground", "surface"].flatMap((behind) =>
    ["ink", "muted", "faint", "accent"].map((words) => ({ theme, behind, words })),
  ),
);

test.each(CASES)("$words on $behind stays readable in $theme under every tint", ({ theme, behind, words }) => {
  const worst = Math.min(
    ...HUES.map((degrees) => {
      const turn = (degrees * Math.PI) / 180;
      const tint = { a: MOST_CHROMA * Math.cos(turn), b: MOST_CHROMA * Math.sin(turn) };
      return contrast(token(words, theme, tint), token(behind, theme, tint));
    }),
  );
  expect(worst).toBeGreaterThanOrEqual(READABLE);
});

test("a tint moves what lies behind the words, and no lightness", () => {
  const tint = { a: 0.02, b: -0.01 };
  for (const name of ["ground", "surface", "raised", "line"]) {
    expect(token(name, "dark", tint)).not.toEqual(token(name, "dark", { a: 0, b: 0 }));
    expect(token(name, "dark", tint).l).toBe(token(name, "dark", { a: 0, b: 0 }).l);
  }
});
