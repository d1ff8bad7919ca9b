import type { components } from "@/api/schema";

type Mark = components["schemas"]["Mark"];

/** What somebody thinks of a title and where they stand with it, as far as it is known here. */
export interface Opinion {
  favorite: boolean;
  /** 0-10 in halves; null: none. */
  rating: number | null;
  dismissed: boolean;
  /** Only known where somebody looked at them. */
  notes?: string;
  /** Planned, watched and so on, or none of it; only known where marks were asked for. */
  status?: Mark["status"];
  /** Whether it was watched more than once; known together with the status. */
  rewatched?: boolean;
}
export type Change = Partial<Opinion>;

interface Held {
  /** What the server said last. */
  told: Opinion;
  /** What was changed here and is on its way to the server, the oldest first. */
  pending: readonly Change[];
  /** Both in one: what is shown. */
  shown: Opinion;
  /** When the server was asked for all of it but the notes; 0: never. */
  toldAt: number;
  /** When something of it was last changed here. */
  changedAt: number;
}

export const NONE: Opinion = { favorite: false, rating: null, dismissed: false };
const UNKNOWN: Held = { told: NONE, pending: [], shown: NONE, toldAt: 0, changedAt: 0 };

const held = new Map<number, Held>();
const followers = new Map<number, Set<() => void>>();
const watchers = new Set<() => void>();
let changes = 0;

/** What is thought of a title: by the server, and by what is on its way there. */
export function opinionOf(id: number): Opinion {
  return (held.get(id) ?? UNKNOWN).shown;
}

/** When the server was last asked for all of it but the notes, in milliseconds of `performance.now()`; 0: never. */
export function toldAt(id: number): number {
  return (held.get(id) ?? UNKNOWN).toldAt;
}

/** Takes over what the server answered to a question of that moment, unless something was changed here since. */
export function tell(id: number, told: Change, askedAt: number): void {
  const known = held.get(id) ?? UNKNOWN;
  if (known.pending.length > 0 || known.changedAt > askedAt) return;
  put(id, { ...known, told: { ...known.told, ...told }, toldAt: "status" in told ? askedAt : known.toldAt });
}

/** Shows a change before the server knows of it. The function that is returned ends that, with the server's word or without. */
export function foresee(id: number, change: Change): (told?: Change) => void {
  const known = held.get(id) ?? UNKNOWN;
  const mine = { ...change };
  put(id, { ...known, pending: [...known.pending, mine], changedAt: performance.now() });
  noteChange();
  return (told) => {
    const now = held.get(id);
    if (!now?.pending.includes(mine)) return; // forgotten: it was somebody else's
    const pending = now.pending.filter((one) => one !== mine);
    const at = performance.now();
    put(id, { ...now, told: { ...now.told, ...told }, pending, changedAt: at });
    noteChange();
  };
}

/** Forgets everything: somebody else may be next. */
export function forget(): void {
  held.clear();
  for (const listeners of followers.values()) listeners.forEach((listener) => { listener(); }); // prettier-ignore
  noteChange();
}

/** Calls back when what is thought of this title has changed; the end of that is returned. */
export function follow(id: number, changed: () => void): () => void {
  const listeners = followers.get(id) ?? new Set();
  followers.set(id, listeners.add(changed));
  return () => {
    listeners.delete(changed);
    if (listeners.size === 0) followers.delete(id);
  };
}

/** The titles that are on the screen, or near it. */
export function followed(): Iterable<number> {
  return followers.keys();
}

export function isFollowed(id: number): boolean {
  return followers.has(id);
}

/** Calls back with each change that was made here, whatever it is about. */
export function watchChanges(changed: () => void): () => void {
  watchers.add(changed);
  return () => {
    watchers.delete(changed);
  };
}

/** How often something was changed here. */
export function changeCount(): number {
  return changes;
}

function put(id: number, next: Held): void {
  held.set(id, { ...next, shown: Object.assign({}, next.told, ...next.pending) as Opinion });
  followers.get(id)?.forEach((listener) => {
    listener();
  });
}

function noteChange(): void {
  changes += 1;
  watchers.forEach((listener) => {
    listener();
  });
}
