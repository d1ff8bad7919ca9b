import { FROM_MEMORY } from "./kept";

let reached = true;
const listeners = new Set<() => void>();

/** Whether the last request reached the server: a device that is online may still be far from it. */
export const serverReached = {
  get: () => reached,
  subscribe: (changed: () => void): (() => void) => {
    listeners.add(changed);
    return () => {
      listeners.delete(changed);
    };
  },
};

/** Tells what became of a request; `null`: nobody answered. */
export function noteAnswer(response: { headers: { has: (name: string) => boolean } } | null): void {
  const now = response !== null && !response.headers.has(FROM_MEMORY);
  if (now === reached) return;
  reached = now;
  listeners.forEach((listener) => {
    listener();
  });
}
