import { describe, expect, it } from "vitest";
import { contrast, luminance } from "./contrast";

describe("contrast", () => {
  it("is 21 between black and white and 1 between equals", () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrast([119, 119, 119], [119, 119, 119])).toBe(1);
  });

  it("does not care which is in front", () => {
    expect(contrast([255, 255, 255], [119, 119, 119])).toBeCloseTo(4.48, 2); // the well-known grey that just fails AA
    expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
  });

  it("rests on luminance", () => {
    expect(luminance([255, 0, 0])).toBeCloseTo(0.2126, 4);
  });
});
