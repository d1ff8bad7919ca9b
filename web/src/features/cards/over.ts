import type { ComponentType } from "react";
import type { Carded } from "@/lib/cardCorner";

/** What is shown over the page about one title: its menu, or a dialog that was chosen there. */
export interface OverProps {
  title: Carded;
  /** The button it was called from. */
  from: HTMLElement;
  close: () => void;
}

interface Over extends Omit<OverProps, "close"> {
  Shown: ComponentType<OverProps>;
}

let over: Over | null = null;
const listeners = new Set<() => void>();

/** One at a time; null for none. */
export function showOver(next: Over | null): void {
  over = next;
  listeners.forEach((listener) => {
    listener();
  });
}

export const currentOver = {
  get: () => over,
  subscribe: (changed: () => void): (() => void) => {
    listeners.add(changed);
    return () => {
      listeners.delete(changed);
    };
  },
};

/** Gives the focus back to the card, whose own buttons are no stop for the Tab key; or to what was pressed elsewhere. */
export function focusBack(from: HTMLElement): void {
  if (document.activeElement && document.activeElement !== document.body) return; // it is somewhere by choice
  (from.parentElement?.querySelector<HTMLElement>("a[data-card]") ?? from).focus();
}
