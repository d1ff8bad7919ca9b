import { compileMessage } from "@lingui/message-utils/compileMessage";

type Options = Record<string, string | number | Token[]>;
type Token = string | [name: string, kind?: string, options?: Options | string];

/** What a message asks of whoever says it. */
export interface Meaning {
  placeholders: Set<string>;
  /** The forms that each of its plurals has, such as one and other. */
  plurals: Set<string>[];
}

/** Reads a message in ICU's syntax; throws where that is wrong. */
export function meaning(text: string): Meaning {
  const found: Meaning = { placeholders: new Set(), plurals: [] };
  const compiled = compileMessage(text) as string | Token[];
  const plain = typeof compiled === "string" ? compiled : compiled.length === 1 && compiled[0];
  if (plain === text && text.includes("{")) throw new SyntaxError(text); // the compiler gives back what it cannot read
  if (typeof compiled !== "string") collect(compiled, found);
  return found;
}

function collect(tokens: Token[], found: Meaning): void {
  for (const token of tokens) {
    if (typeof token === "string") continue;
    const [name, kind, options] = token;
    if (name !== "#") found.placeholders.add(name);
    if (typeof options !== "object") continue;
    if (kind === "plural") found.plurals.push(new Set(Object.keys(options).filter(isForm)));
    for (const said of Object.values(options)) if (Array.isArray(said)) collect(said, found);
  }
}

// {count, plural, offset:1 =0 {…}}: neither an exact number nor the offset is a form of the language.
const isForm = (option: string) => !/^=?\d+$|^offset$/.test(option);

/** The plural forms of a language: one and other in English, six in Arabic. */
export function formsOf(language: string): Set<string> {
  return new Set(new Intl.PluralRules(language).resolvedOptions().pluralCategories);
}
