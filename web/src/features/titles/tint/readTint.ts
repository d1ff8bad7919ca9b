import type { Tint } from "./dominant";

/** A colour that was kept as JSON; null where there is none to a poster, undefined for what makes no sense. */
export function readTint(kept: string | null): Tint | null | undefined {
  if (kept === null) return undefined;
  try {
    const found: unknown = JSON.parse(kept);
    return found === null || isTint(found) ? found : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // somebody else wrote there
    throw error;
  }
}

function isTint(found: unknown): found is Tint {
  const { a, b } = (found ?? {}) as Partial<Tint>;
  return typeof a === "number" && typeof b === "number";
}
