import { LANGUAGES, type Language } from "../../src/i18n/languages.ts";
import type { Chapter, Messages } from "./catalogues.ts";
import { formsOf, meaning, type Meaning } from "./meaning.ts";

/** What is wrong with the catalogues, each beside the other languages. */
export function compare(chapters: Chapter[]): string[] {
  return [...twice(chapters), ...chapters.flatMap(compareChapter)];
}

/** A key means one message, whichever chapter it comes from. */
function twice(chapters: Chapter[]): string[] {
  const home = new Map<string, string>();
  const problems: string[] = [];
  for (const { name, said } of chapters) {
    for (const key of said.en.keys()) {
      const before = home.get(key);
      if (before) problems.push(`${key}: in both ${before} and ${name}`);
      home.set(key, name);
    }
  }
  return problems;
}

function compareChapter({ name, said }: Chapter): string[] {
  return LANGUAGES.flatMap((language) =>
    compareLanguage(language, said.en, said[language]).map((problem) => `${name}/${language}.json: ${problem}`),
  );
}

function compareLanguage(language: Language, english: Messages, said: Messages): string[] {
  const problems: string[] = [];
  for (const [key, text] of english) {
    const translated = said.get(key);
    if (translated === undefined) problems.push(`${key} is missing (${text})`);
    else problems.push(...compareMessage(language, text, translated).map((problem) => `${key} ${problem}`));
  }
  for (const key of said.keys()) if (!english.has(key)) problems.push(`${key} is not in English`);
  return problems;
}

/** What is wrong with one translation of an English message. */
export function compareMessage(language: Language, english: string, translated: string): string[] {
  let [original, other]: Meaning[] = [];
  try {
    [original, other] = [meaning(english), meaning(translated)];
  } catch (error) {
    return [`cannot be read: ${String(error)}`];
  }
  const problems = difference("placeholder", original.placeholders, other.placeholders);
  for (const plural of other.plurals) problems.push(...difference("plural form", formsOf(language), plural));
  if (language !== "en" && english === translated && words(english) > 2) problems.push("is still English");
  return problems;
}

function difference(what: string, wanted: Set<string>, found: Set<string>): string[] {
  const lacking = [...wanted].filter((name) => !found.has(name));
  const needless = [...found].filter((name) => !wanted.has(name));
  return [
    ...lacking.map((name) => `lacks the ${what} ${name}`),
    ...needless.map((name) => `has a ${what} ${name} that nothing fills`),
  ];
}

/** Words besides placeholders; names of products and the like are shorter. */
function words(text: string): number {
  return text.replace(/\{[^}]*\}/g, "").match(/\p{L}{3,}/gu)?.length ?? 0;
}
