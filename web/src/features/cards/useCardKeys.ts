import { useEffect } from "react";
import { isLetterKey } from "@/lib/letterKeys";

/** With a card in focus: L loves it, the key for menus (or a full stop) opens its menu. So a wall has one stop per card. */
export function useCardKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || !(target instanceof Element)) return;
      const button = buttonFor(event);
      const found = button && target.closest("a[data-card]")?.parentElement?.querySelector<HTMLElement>(button);
      if (!found) return;
      event.preventDefault(); // the browser's own menu would open, too
      found.click();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}

function buttonFor(event: KeyboardEvent): string | undefined {
  if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) return "[data-more]";
  if (!isLetterKey(event)) return undefined;
  return { l: "[data-love]", ".": "[data-more]" }[event.key.toLowerCase()];
}
