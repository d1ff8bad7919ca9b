import { expect, test } from "vitest";
import { formats, ownName } from "./format";

test("a runtime is told in hours and minutes, in the reader's language", () => {
  expect(formats("en").runtime(113)).toBe("1 hr 53 min");
  expect(formats("en").runtime(60)).toBe("1 hr");
  expect(formats("de").runtime(12)).toBe("12 Min.");
});

test("an age is told in the largest unit that fits, and never as nothing", () => {
  expect(formats("en").ago(11_000)).toBe("3 hours ago");
  expect(formats("en").ago(5)).toBe("1 minute ago");
  expect(formats("de").ago(2 * 86_400)).toBe("vor 2 Tagen");
});

test("a date does not move with the reader's time zone", () => {
  expect(formats("en").date("1963-12-05")).toBe("December 5, 1963");
});

test("an unknown or malformed code is shown as it is", () => {
  expect(formats("en").region("US")).toBe("United States");
  expect(formats("en").region("nowhere")).toBe("nowhere");
});

test("each language calls itself by its own name", () => {
  expect(["en", "de", "fr", "es", "ar"].map(ownName)).toEqual(["English", "Deutsch", "Français", "Español", "العربية"]);
});

test("numbers and dates follow the language", () => {
  const speak = (language: string) => [formats(language).rating(7.25), formats(language).date("1927-01-10")];
  expect(speak("de")).toEqual(["7,3", "10. Januar 1927"]);
  expect(speak("fr")).toEqual(["7,3", "10 janvier 1927"]);
  expect(speak("es")).toEqual(["7,3", "10 de enero de 1927"]);
  expect(speak("ar")).toEqual(["7.3", "10 يناير 1927"]);
});

test("lists, countries and languages are told in the reader's language", () => {
  expect(formats("fr").region("DE")).toBe("Allemagne");
  expect(formats("es").language("fr")).toBe("francés");
  expect(formats("ar").region("EG")).toBe("مصر");
  expect(formats("de").list(["Rot", "Blau"])).toBe("Rot, Blau");
});

test("arabic counts in words where it has them, and in digits that every browser writes alike", () => {
  const hours = (count: number) => formats("ar").ago(count * 3_600);
  expect([1, 2, 3, 11].map(hours)).toEqual(["قبل ساعة واحدة", "قبل ساعتين", "قبل 3 ساعات", "قبل 11 ساعة"]);
});
