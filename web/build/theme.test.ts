import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { direction, LANGUAGES } from "../src/i18n/languages.ts";

const SCRIPT = readFileSync(new URL("../public/theme.js", import.meta.url), "utf8");

/** What public/theme.js says of the page before anything else runs. */
function before(chosen: string | null, languages: string[]): { lang?: string; dir?: string } {
  const documentElement: { lang?: string; dir?: string; dataset: object } = { dataset: {} };
  runInNewContext(SCRIPT, {
    document: { documentElement, querySelectorAll: () => [] },
    localStorage: { getItem: (key: string) => (key === "matinee.language" ? chosen : null) },
    navigator: { languages },
    MutationObserver: class {
      observe = () => undefined;
    },
  });
  return documentElement;
}

test("the first paint knows every language of the interface, and which way it is written", () => {
  for (const language of LANGUAGES) {
    expect(before(language, ["en"])).toMatchObject({ lang: language, dir: direction(language) });
  }
});

test("without a choice the first paint goes by the browser, and by English at last", () => {
  expect(before(null, ["pt-BR", "ar-EG", "en"])).toMatchObject({ lang: "ar", dir: "rtl" });
  expect(before("", ["zh"])).toMatchObject({ lang: "en", dir: "ltr" });
});
