/** All chapters in all languages but the first; a table that grows with both, and so comes on its own. */
export const LATER = import.meta.glob<{ default: object }>(["./*/*.json", "!./main/en.json"]);
