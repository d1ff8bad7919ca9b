import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { compare, compareMessage } from "./compare.ts";
import type { Chapter } from "./catalogues.ts";
import { hardcoded } from "./hardcoded.ts";
import { sources, type Sources } from "./program.ts";
import { usedKeys } from "./usage.ts";

const FILMS = "{count, plural, one {# film} other {# films}}";

test("a translation has the placeholders of the original, in any order", () => {
  expect(compareMessage("de", "{name} of {count}", "{count}: {name}")).toEqual([]);
  expect(compareMessage("de", "By {name}", "Von {nam}")).toEqual([
    "lacks the placeholder name",
    "has a placeholder nam that nothing fills",
  ]);
});

test("each language has its own plural forms, all of them and no other", () => {
  expect(compareMessage("de", FILMS, "{count, plural, one {# Film} other {# Filme}}")).toEqual([]);
  expect(compareMessage("fr", FILMS, "{count, plural, one {# film} other {# films}}")).toEqual([
    "lacks the plural form many",
  ]);
  expect(compareMessage("de", FILMS, "{count, plural, one {# Film} few {# Filme} other {# Filme}}")).toEqual([
    "has a plural form few that nothing fills",
  ]);
  expect(compareMessage("ar", "{age} years", "{age, plural, one {سنة} other {# سنة}}")).toHaveLength(4);
});

test("an exact number is a form of no language", () => {
  expect(compareMessage("en", FILMS, "{count, plural, =0 {No films} one {# film} other {# films}}")).toEqual([]);
});

test("a message that cannot be read, or was only copied, is told", () => {
  expect(compareMessage("de", "By {name}", "Von {name")[0]).toMatch(/^cannot be read/);
  expect(compareMessage("de", "Nothing here yet, friend", "Nothing here yet, friend")).toEqual(["is still English"]);
  expect(compareMessage("de", "Matinee {version}", "Matinee {version}")).toEqual([]);
});

test("missing, unknown and doubled keys are told with their file", () => {
  const chapter = (name: string, en: [string, string][], de: [string, string][]): Chapter => {
    const english = new Map(en);
    return { name, said: { en: english, fr: english, es: english, ar: english, de: new Map(de) } };
  };
  expect(
    compare([chapter("main", [["a.b", "Yes"]], [["a.c", "Ja"]]), chapter("home", [["a.b", "Yes"]], [["a.b", "Ja"]])]),
  ).toEqual([
    "a.b: in both main and home",
    "main/de.json: a.b is missing (Yes)",
    "main/de.json: a.c is not in English",
  ]);
});

const SAMPLES = join(import.meta.dirname, "samples");
let sample: Sources;
beforeAll(() => {
  sample = sources(join(SAMPLES, "tsconfig.json"), SAMPLES);
}, 60_000); // a compiler, on a busy machine

test("keys are found in the program, also those that a template makes of a known type", () => {
  const keys = ["nav.home", "kind.movie", "kind.tv", "kind.person", "error.gone", "mail.kind", "sms.kind", "page.kind"];
  expect([...usedKeys(sample, keys)].sort()).toEqual([
    "error.gone", // any text: the server chooses
    "kind.movie",
    "kind.tv",
    "mail.kind",
    "nav.home",
    "sms.kind",
  ]);
});

test("words in the markup are told, names and addresses are not", () => {
  expect(hardcoded(sample)).toEqual([
    "Sample.tsx:12: “Back” is in no catalogue",
    "Sample.tsx:13: “Go home” is in no catalogue",
    "Sample.tsx:14: “Yes” is in no catalogue",
    "Sample.tsx:14: “No” is in no catalogue",
    "Sample.tsx:15: “films” is in no catalogue",
  ]);
});
