const FEWEST = 7; // columns a chart has room for; fewer would be as broad as planks
const BROAD = 0.62; // of its place, what a column takes
const LEAST = 0.012; // of the highest, so that little is not nothing

/** Where a column of a chart stands, in parts of 100 of its width; `height` is 0 to 1. */
export interface Column {
  place: { x: number; width: number };
  x: number;
  width: number;
  middle: number;
  height: number;
}

/** Columns for these values, none below zero; the first where a reader begins. */
export function columnsOf(values: readonly number[], flow: "ltr" | "rtl"): Column[] {
  const most = Math.max(0, ...values);
  const place = 100 / Math.max(FEWEST, values.length);
  const width = place * BROAD;
  return values.map((value, index) => {
    const start = flow === "rtl" ? 100 - (index + 1) * place : index * place;
    return {
      place: { x: start, width: place },
      x: start + (place - width) / 2,
      width,
      middle: start + place / 2,
      height: value > 0 ? Math.max(value / most, LEAST) : 0,
    };
  });
}
