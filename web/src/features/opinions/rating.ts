export const HIGHEST = 10;
const HALVES = 2 * HIGHEST;

/** The rating at `x` pixels from the start of a row of stars: each half star up to its end, nothing before the first. */
export function ratingAt(x: number, width: number): number {
  const halves = Math.ceil((x / width) * HALVES);
  return Math.min(HALVES, Math.max(0, halves)) / 2;
}
