import { useSyncExternalStore } from "react";

/** What lies over the page at a key's press. */
export type Overlay = "palette" | "shortcuts";

let shown: Overlay | null = null;
const listeners = new Set<() => void>();

export function showOverlay(next: Overlay | null): void {
  shown = next;
  listeners.forEach((listener) => {
    listener();
  });
}

export function currentOverlay(): Overlay | null {
  return shown;
}

export function useOverlay(): Overlay | null {
  return useSyncExternalStore(follow, currentOverlay);
}

function follow(changed: () => void): () => void {
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
  };
}
