import { useSyncExternalStore } from "react";
import { storage } from "./storage";

/** A choice kept in this browser, which every component that uses it follows. */
export interface Stored<T extends string> {
  get: () => T;
  set: (value: T) => void;
  /** When it was last set since the page was opened, in milliseconds; 0 for never. */
  setAt: () => number;
  subscribe: (changed: () => void) => () => void;
}

/** `known` are the values that count; anything else found in the storage reads as `otherwise`. */
export function stored<T extends string>(key: string, known: readonly T[], otherwise: T): Stored<T> {
  return kept(key, (found) => known.find((value) => value === found) ?? otherwise);
}

/** Any text; "" where there is none. Whoever reads it makes sure that it makes sense. */
export function storedText(key: string): Stored<string> {
  return kept(key, (found) => found ?? "");
}

function kept<T extends string>(key: string, read: (found: string | null) => T): Stored<T> {
  const listeners = new Set<() => void>();
  let setAt = 0;
  const announce = () => {
    listeners.forEach((listener) => {
      listener();
    });
  };
  const onOtherTab = (event: StorageEvent) => {
    if (event.key === key) announce();
  };
  return {
    get: () => read(storage.getItem(key)),
    set: (value) => {
      storage.setItem(key, value);
      setAt = Date.now();
      announce();
    },
    setAt: () => setAt,
    subscribe: (changed) => {
      if (listeners.size === 0) window.addEventListener("storage", onOtherTab);
      listeners.add(changed);
      return () => {
        listeners.delete(changed);
        if (listeners.size === 0) window.removeEventListener("storage", onOtherTab);
      };
    },
  };
}

export function useStored<T extends string>(choice: Stored<T>): T {
  return useSyncExternalStore(choice.subscribe, choice.get);
}
