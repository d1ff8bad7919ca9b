import { readFileSync } from "node:fs";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

export interface Catalogue {
  [name: string]: string | Catalogue;
}

/**
 * Compiles the catalogues below src/i18n, nested and in ICU's syntax, to flat ones that need no parser in the browser.
 * A message that a language lacks is there in English.
 */
export function messages(): Plugin {
  return {
    name: "messages",
    enforce: "pre",
    transform: {
      filter: { id: /\/src\/i18n\/[\w/-]+\.json$/ },
      handler(code, id) {
        const english = id.replace(/\w+\.json$/, "en.json");
        this.addWatchFile(english);
        const said = new Map([...flat(read(readFileSync(english, "utf8"))), ...flat(read(code))]);
        return JSON.stringify(Object.fromEntries([...said].map(([key, text]) => [key, compileMessage(text)])));
      },
    },
  };
}

const read = (json: string) => JSON.parse(json) as Catalogue;

/** The messages of a catalogue by their dotted paths. */
export function flat(catalogue: Catalogue, above = ""): [key: string, text: string][] {
  return Object.entries(catalogue).flatMap(([name, value]) =>
    typeof value === "string" ? [[above + name, value]] : flat(value, `${above}${name}.`),
  );
}
