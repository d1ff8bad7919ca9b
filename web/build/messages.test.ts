import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { messages } from "./messages.ts";

interface Transform {
  handler: (this: { addWatchFile: (path: string) => void }, code: string, id: string) => string;
}

/** What the build makes of a French catalogue with these messages. */
function compiled(catalogue: object): Record<string, unknown> {
  const { handler } = messages().transform as unknown as Transform;
  const french = fileURLToPath(new URL("../src/i18n/main/fr.json", import.meta.url));
  return JSON.parse(handler.call({ addWatchFile: () => undefined }, JSON.stringify(catalogue), french)) as never;
}

test("catalogues become flat", () => {
  expect(compiled({ nav: { settings: "Réglages" } })).toMatchObject({ "nav.settings": ["Réglages"] });
});

test("a message that a language lacks is there in English", () => {
  expect(compiled({})).toMatchObject({ "nav.settings": ["Settings"] });
});
