import { expect, test } from "vitest";
import { browserLanguage } from "./locale";

test("the interface speaks the first of the browser's languages that it knows", () => {
  expect(browserLanguage(["fr-CA", "en"])).toBe("fr");
  expect(browserLanguage(["ar-EG"])).toBe("ar");
  expect(browserLanguage(["pt-BR", "es-MX", "en"])).toBe("es");
});

test("a browser that speaks none of them gets English", () => {
  expect(browserLanguage(["zh-Hant-TW"])).toBe("en");
  expect(browserLanguage([])).toBe("en");
});
