import { expect, test } from "vitest";
import { linesOf, pairsOf } from "./pairs";

test("what was written as lines is read back the same", () => {
  const pairs = { to: "{to}", Authorization: "Bearer {secret}", link: "https://sms.example/x" };
  expect(pairsOf(linesOf(pairs))).toEqual(pairs);
});

test("empty lines count for nothing, and space around a name neither", () => {
  expect(pairsOf("\n  to :  {to} \n\n")).toEqual({ to: "{to}" });
});
