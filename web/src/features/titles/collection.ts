import type { TitleCard } from "@/api/types";

/** The first and the last year of the parts. */
export function span(parts: Pick<TitleCard, "year">[]): { from: number; to: number } | null {
  const years = parts.flatMap(({ year }) => year ?? []);
  return years.length > 0 ? { from: Math.min(...years), to: Math.max(...years) } : null;
}

/** Minutes of all parts together; null while the length of one that came out is not known. */
export function totalRuntime(parts: Pick<TitleCard, "runtime" | "released">[]): number | null {
  const out = parts.filter(({ released, runtime }) => released ?? runtime);
  if (out.length === 0 || out.some(({ runtime }) => !runtime)) return null;
  return out.reduce((sum, { runtime }) => sum + (runtime ?? 0), 0);
}
