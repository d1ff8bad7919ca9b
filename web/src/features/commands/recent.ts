import type { Suggestion } from "@/api/types";
import { storage } from "@/lib/storage";

const MOST = 5;

/** What was chosen in the palette: a command by its id, or something found, which is kept as it was shown. */
export interface Choice {
  id: string;
  hit?: Suggestion;
}

/** The latest choices of one person in this browser, newest first. */
export function recentChoices(person: string): Choice[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(placeOf(person)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isChoice).slice(0, MOST) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return []; // not ours, or of another version
    throw error;
  }
}

export function rememberChoice(person: string, choice: Choice): void {
  const others = recentChoices(person).filter(({ id }) => id !== choice.id);
  storage.setItem(placeOf(person), JSON.stringify([choice, ...others].slice(0, MOST)));
}

function placeOf(person: string): string {
  return `matinee.recent.${person}`;
}

function isChoice(kept: unknown): kept is Choice {
  const { id, hit } = (kept ?? {}) as Partial<Choice>;
  return typeof id === "string" && (hit === undefined || (typeof hit.id === "number" && typeof hit.name === "string"));
}
