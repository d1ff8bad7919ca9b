import { useDeferredValue, useSyncExternalStore, type ReactNode } from "react";
import type { TitleCard } from "@/api/types";

/** As much of a title as a card's own buttons need to know. */
export type Carded = Pick<TitleCard, "id" | "kind" | "title">;
/** Draws what lies on a title's card. */
export type CardCorner = (title: Carded) => ReactNode;

let corner: CardCorner | null = null;
const listeners = new Set<() => void>();

/** Lays something on every title's card, beside its link, or takes it away again. It comes when the first page is there. */
export function layOnCards(next: CardCorner | null): void {
  corner = next;
  listeners.forEach((listener) => {
    listener();
  });
}

/** What lies on the cards; null for who is signed out. A wall takes it up between frames. */
export function useCardCorner(): CardCorner | null {
  return useDeferredValue(useSyncExternalStore(follow, () => corner));
}

function follow(changed: () => void): () => void {
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
  };
}
