import ts from "typescript";
import { walk, type Sources } from "./program.ts";

/**
 * The keys that the program says: those written out, and those that a template can become. Of `kind.${kind}` the type
 * of `kind` tells which; where it is any text, every key that fits counts, for then the server chooses.
 */
export function usedKeys({ files, checker }: Sources, keys: Iterable<string>): Set<string> {
  const all = [...keys];
  const known = new Set(all);
  const used = new Set<string>();
  for (const file of files) {
    for (const node of walk(file)) {
      if (ts.isStringLiteralLike(node) && known.has(node.text)) used.add(node.text);
      else if (ts.isTemplateExpression(node)) {
        const pattern = patternOf(node, checker);
        if (!BEGINS_A_KEY.test(pattern)) continue;
        const fits = new RegExp(`^${pattern}$`);
        all.filter((key) => fits.test(key)).forEach((key) => used.add(key));
      }
    }
  }
  return used;
}

// The first part of a key is known, be it written out or by its type; else any text with a dot might be meant.
const BEGINS_A_KEY = /^(\w+|\(\?:[\w|]+\))\\\./;

function patternOf(template: ts.TemplateExpression, checker: ts.TypeChecker): string {
  const spans = template.templateSpans.map(
    ({ expression, literal }) => alternatives(checker.getTypeAtLocation(expression)) + exactly(literal.text),
  );
  return exactly(template.head.text) + spans.join("");
}

const exactly = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function alternatives(type: ts.Type): string {
  const parts = type.isUnion() ? type.types : [type];
  if (!parts.every((part) => part.isStringLiteral() || part.isNumberLiteral())) return ".+";
  return `(?:${parts.map(({ value }) => exactly(String(value))).join("|")})`;
}
