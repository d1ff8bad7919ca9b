import { useNavigate } from "@tanstack/react-router";
import { useLayoutEffect } from "react";
import { currentOverlay, showOverlay } from "@/features/commands/overlay";
import { isApple } from "@/features/commands/keyNames";
import { isLetterKey } from "@/lib/letterKeys";

const PATIENCE = 1500; // milliseconds between g and where to go
const GO = { d: "/", m: "/movies", t: "/tv", f: "/favorites", s: "/settings" } as const;

/** The keys that work on every page: Ctrl or ⌘ and K, the question mark, and g with a letter. */
export function useKeys(): void {
  const navigate = useNavigate();
  // Before the page is painted: who sees it may press.
  useLayoutEffect(() => {
    let going = 0; // when g was pressed
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (key === "k" && (isApple ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault(); // browsers would go to their own field
        togglePalette();
        return;
      }
      if (!isLetterKey(event)) return;
      const to = event.timeStamp - going < PATIENCE ? GO[key as keyof typeof GO] : undefined;
      going = key === "g" ? event.timeStamp : 0;
      if (to) {
        event.preventDefault(); // the letter is spent: it means nothing to the card in focus
        void navigate({ to });
      } else if (key === "?") showOverlay("shortcuts");
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [navigate]);
}

function togglePalette(): void {
  if (currentOverlay() === "palette") showOverlay(null);
  else if (!document.querySelector("[data-dialog]")) showOverlay("palette"); // a question comes first
}
