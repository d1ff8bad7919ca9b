import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { learn, speak, useTranslation } from "./i18n";
import { direction, LANGUAGES, type Language } from "./languages";

const say = () => renderHook(() => useTranslation()).result.current.t;

beforeEach(() => speak("en"));

test.each<[Language, number[], string[]]>([
  ["en", [0, 1, 2], ["0 films", "1 film", "2 films"]],
  ["de", [0, 1, 2], ["0 Filme", "1 Film", "2 Filme"]],
  ["fr", [0, 1, 2, 1_000_000], ["0 film", "1 film", "2 films", "1 000 000 de films"]],
  ["es", [0, 1, 2, 1_000_000], ["0 películas", "1 película", "2 películas", "1.000.000 de películas"]],
  ["ar", [0, 1, 2, 3, 11, 100], ["لا أفلام", "فيلم واحد", "فيلمان", "3 أفلام", "11 فيلمًا", "100 فيلم"]],
])("%s counts films in its own plural forms", async (language, counts, said) => {
  await learn("title");
  await speak(language);
  const t = say();
  const spaces = /[\u00a0\u202f]/g; // French groups digits with a narrow one
  expect(counts.map((count) => t("collection.films", { count }).replace(spaces, " "))).toEqual(said);
});

test("the page is told its language and which way it is written", async () => {
  const page = document.documentElement;
  await speak("ar");
  expect([page.lang, page.dir]).toEqual(["ar", "rtl"]);
  await speak("fr");
  expect([page.lang, page.dir]).toEqual(["fr", "ltr"]);
  expect(LANGUAGES.filter((language) => direction(language) === "rtl")).toEqual(["ar"]);
});

test("a component follows a change of language", async () => {
  const { result } = renderHook(() => useTranslation());
  expect(result.current.t("nav.settings")).toBe("Settings");
  await act(() => speak("es"));
  expect([result.current.language, result.current.t("nav.settings")]).toEqual(["es", "Ajustes"]);
});

test("who chooses twice in a hurry gets what was chosen last", async () => {
  await Promise.all([speak("de"), speak("ar"), speak("fr")]);
  expect(say()("nav.settings")).toBe("Réglages");
});

test("a chapter that is learnt while the language changes is there in the new one", async () => {
  await Promise.all([learn("find"), speak("de"), learn("frame")]);
  expect(say()("browse.end")).toBe("Das sind alle.");
});
