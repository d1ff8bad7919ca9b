import { useSyncExternalStore } from "react";

let hidden: ReadonlySet<number> = new Set();
const listeners = new Set<() => void>();

/** Ids of what was dismissed here and may still be undone: the server does it when it is too late for that. */
export function useHidden(): ReadonlySet<number> {
  return useSyncExternalStore(follow, () => hidden);
}

export function hide(id: number): void {
  set(new Set([...hidden, id]));
}

export function unhide(id: number): void {
  set(new Set([...hidden].filter((one) => one !== id)));
}

function set(next: ReadonlySet<number>): void {
  hidden = next;
  listeners.forEach((listener) => {
    listener();
  });
}

function follow(changed: () => void): () => void {
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
  };
}
