import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES, type Language } from "../../src/i18n/languages.ts";
import { flat, type Catalogue } from "../messages.ts";

/** The messages of one language in one chapter, by their dotted paths. */
export type Messages = Map<string, string>;

/** A folder below src/i18n, in every language that the interface speaks. */
export interface Chapter {
  name: string;
  said: Record<Language, Messages>;
}

export function chapters(folder: string): Chapter[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => ({
    name,
    said: Object.fromEntries(
      LANGUAGES.map((language) => [language, messages(join(folder, name, `${language}.json`))]),
    ) as Chapter["said"],
  }));
}

function messages(path: string): Messages {
  const catalogue = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Catalogue) : {};
  return new Map(flat(catalogue));
}
