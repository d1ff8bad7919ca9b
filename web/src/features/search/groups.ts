import type { SearchHit } from "@/api/types";

const SHOWN = 12; // of one kind; its tab has all of them

/** What was found of one kind, best first. */
export interface Group {
  kind: SearchHit["kind"];
  hits: SearchHit[];
}

/** The best hit alone, and the rest by kind: the kind of the next best hit first, so that what was meant stands on top. */
export function grouped(hits: SearchHit[]): { best: SearchHit | undefined; groups: Group[] } {
  const [best, ...rest] = hits;
  const groups = new Map<Group["kind"], SearchHit[]>();
  for (const hit of rest) groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), hit]);
  return { best, groups: [...groups].map(([kind, found]) => ({ kind, hits: found.slice(0, SHOWN) })) };
}
