import { expect, test } from "vitest";
import { deviceName } from "./deviceName";

test("a browser is told from those that it claims to be", () => {
  const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0";
  const safari =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604";
  expect(deviceName(edge)).toBe("Edge, Windows");
  expect(deviceName(safari)).toBe("Safari, iOS");
});

test("another program goes by its own first word", () => {
  expect(deviceName("curl/8.5.0")).toBe("curl");
  expect(deviceName("")).toBe("");
});
