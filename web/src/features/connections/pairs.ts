/** Names and values as lines of text, `name: value`, the way people edit them. */
export function linesOf(pairs: Record<string, string> = {}): string {
  return Object.entries(pairs)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

/** And back; a line without a colon is a name without a value. */
export function pairsOf(lines: string): Record<string, string> {
  const pairs = lines
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => {
      const [name = "", ...rest] = line.split(":");
      return [name.trim(), rest.join(":").trim()];
    });
  return Object.fromEntries(pairs) as Record<string, string>;
}
