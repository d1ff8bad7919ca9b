import { expect, test } from "vitest";
import { fromBase64Url, isIpAddress, toBase64Url } from "./webauthn";

test("bytes survive the way to text and back, and the text needs no escaping in an address", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const text = toBase64Url(bytes.buffer);
  expect(text).toMatch(/^[\w-]+$/);
  expect(fromBase64Url(text)).toEqual(bytes);
});

test("an address of numbers is no name for a passkey", () => {
  expect(["127.0.0.1", "[::1]"].map(isIpAddress)).toEqual([true, true]);
  expect(["localhost", "matinee.example", "10.example"].map(isIpAddress)).toEqual([false, false, false]);
});
