import { oklabOf } from "./oklab";

/** A hue and its chroma as a point of oklab's plane; the middle is grey. */
export interface Tint {
  a: number;
  b: number;
}

/** The most that a page is coloured, however bright its poster; contrast.test.ts holds for every hue of it. */
export const MOST_CHROMA = 0.026;

const SHARE = 0.2; // of the poster's own chroma
const LEAST_CHROMA = 0.035; // below this a pixel is grey to the eye
const LEAST_SHARE = 0.06; // of all pixels that need a colour before the poster has one
const SECTORS = 24;

/** The colour that a picture is remembered by, made calm; null for black and white. `pixels` are RGBA, as of a canvas. */
export function dominant(pixels: ArrayLike<number>): Tint | null {
  const sectors = Array.from({ length: SECTORS }, () => ({ a: 0, b: 0, weight: 0 }));
  let coloured = 0;
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const { l, a, b } = oklabOf(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
    const chroma = Math.hypot(a, b);
    const sector = sectors[sectorOf(a, b)];
    if (chroma < LEAST_CHROMA || l < 0.12 || l > 0.97 || !sector) continue;
    coloured += 1;
    sector.weight += chroma; // a small bright mark speaks as loud as a large dull field
    sector.a += a * chroma;
    sector.b += b * chroma;
  }
  if (coloured <= (pixels.length / 4) * LEAST_SHARE) return null;
  return calm(strongest(sectors));
}

function sectorOf(a: number, b: number): number {
  const turn = Math.atan2(b, a) / (2 * Math.PI) + 0.5;
  return Math.min(SECTORS - 1, Math.floor(turn * SECTORS));
}

/** The middle of the three neighbouring sectors that weigh most together. */
function strongest(sectors: (Tint & { weight: number })[]): Tint {
  const runs = sectors.map((own, index) => {
    const three = [sectors.at(index - 1) ?? own, own, sectors[(index + 1) % SECTORS] ?? own];
    const sum = (field: "a" | "b" | "weight") => three.reduce((total, sector) => total + sector[field], 0);
    const weight = sum("weight");
    return { weight, a: sum("a") / (weight || 1), b: sum("b") / (weight || 1) };
  });
  return runs.reduce((best, run) => (run.weight > best.weight ? run : best));
}

function calm({ a, b }: Tint): Tint {
  const chroma = Math.hypot(a, b);
  const scale = Math.min(SHARE, MOST_CHROMA / chroma);
  return { a: a * scale, b: b * scale };
}
