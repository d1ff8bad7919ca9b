/** What a live connection says besides the server's own words: it is there, or there again. */
export const CONNECTED = "connected";
/** And it is there no more, for now. */
export const PARTED = "parted";

type Ear = (body: unknown) => void;

const ears = new Map<string, Set<Ear>>();
let connected = false;

/** Whether what happens is heard at once; else it has to be asked for now and then. */
export function isLive(): boolean {
  return connected;
}

/** Calls `ear` with what the server says at once under this name; answers what ends that. */
export function onLive(name: string, ear: Ear): () => void {
  const of = ears.get(name) ?? new Set();
  ears.set(name, of.add(ear));
  return () => {
    of.delete(ear);
  };
}

/** Hands on what was said to all who listen for it. */
export function sayLive(name: string, body?: unknown): void {
  if (name === CONNECTED || name === PARTED) connected = name === CONNECTED;
  ears.get(name)?.forEach((ear) => {
    ear(body);
  });
}
