import ts from "typescript";
import { walk, type Sources } from "./program.ts";

const SPOKEN = /^(aria-(label|description|roledescription|valuetext)|alt|title|label|placeholder|hint|detail|intro)$/;
const SAME_EVERYWHERE = /^(Matinee|TMDB|JustWatch|YouTube|Internet Archive|English|AC…)$|@|^\S+\.\S+$/; // names, addresses

/** Words that stand in the markup itself, where no other language reaches them. */
export function hardcoded({ files, place }: Sources): string[] {
  return files.flatMap((file) =>
    [...walk(file)]
      .flatMap(spokenIn)
      .filter((node) => isWording(node.text))
      .map((node) => `${place(node)}: “${node.text.trim()}” is in no catalogue`),
  );
}

type Text = ts.JsxText | ts.LiteralLikeNode;

function spokenIn(node: ts.Node): Text[] {
  if (ts.isJsxText(node)) return [node];
  if (ts.isJsxAttribute(node) && SPOKEN.test(node.name.getText())) return literals(node.initializer);
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return literals(node);
  return [];
}

/** The texts that an expression can become, as far as they stand in it. */
function literals(node: ts.Node | undefined): Text[] {
  if (!node) return [];
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) return literals(node.expression);
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return literals(node.right);
  if (ts.isTemplateExpression(node)) return [node.head, ...node.templateSpans.map(({ literal }) => literal)];
  return ts.isStringLiteralLike(node) ? [node] : [];
}

function isWording(text: string): boolean {
  return /\p{L}{2,}/u.test(text) && !SAME_EVERYWHERE.test(text.trim());
}
