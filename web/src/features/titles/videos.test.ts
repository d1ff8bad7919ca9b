import { expect, test } from "vitest";
import type { Video } from "@/api/types";
import { trailerOf } from "./videos";

const video = (name: string, fields: Partial<Video>) =>
  ({ name, site: "YouTube", type: "Trailer", ...fields }) as Video;

test("the official trailer is preferred to an earlier unofficial one", () => {
  expect(trailerOf([video("fan", { official: false }), video("studio", { official: true })])?.name).toBe("studio");
});

test("a teaser stands in for a missing trailer, but a clip does not", () => {
  expect(trailerOf([video("clip", { type: "Clip" }), video("teaser", { type: "Teaser" })])?.name).toBe("teaser");
  expect(trailerOf([video("clip", { type: "Clip" })])).toBeUndefined();
});

test("a site that cannot be shown here has no trailer", () => {
  expect(trailerOf([video("elsewhere", { site: "Vimeo" })])).toBeUndefined();
});
