import { afterEach, expect, it, vi } from "vitest";
import { storage } from "./storage";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("keeps for the page what the browser refuses to keep", () => {
  const refuse = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(storage.getItem("matinee.theme")).toBeNull();
  storage.setItem("matinee.theme", "dark");
  expect(storage.getItem("matinee.theme")).toBe("dark");
  storage.removeItem("matinee.theme");
  expect(storage.getItem("matinee.theme")).toBeNull();
});

it("tells what is wrong with the program itself", () => {
  vi.stubGlobal("localStorage", undefined);
  expect(() => storage.getItem("matinee.theme")).toThrow(TypeError);
});
