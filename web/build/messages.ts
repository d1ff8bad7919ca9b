import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

interface Catalogue {
  [name: string]: string | Catalogue;
}

/** Compiles the catalogues below src/i18n, nested and in ICU's syntax, to flat ones that need no parser in the browser. */
export function messages(): Plugin {
  return {
    name: "messages",
    enforce: "pre",
    transform: {
      filter: { id: /\/src\/i18n\/[\w/-]+\.json$/ },
      handler: (code) => JSON.stringify(Object.fromEntries(flat(JSON.parse(code) as Catalogue, ""))),
    },
  };
}

function flat(catalogue: Catalogue, above: string): [key: string, message: unknown][] {
  return Object.entries(catalogue).flatMap(([name, value]) =>
    typeof value === "string" ? [[above + name, compileMessage(value)]] : flat(value, `${above}${name}.`),
  );
}
