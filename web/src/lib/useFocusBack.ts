import { useState } from "react";

/** For a dialog that has no trigger, which is where Radix would look: gives the focus back to whoever had it before. */
export function useFocusBack(): (closing: Event) => void {
  const [origin] = useState(() => document.activeElement);
  return (closing) => {
    closing.preventDefault();
    if (origin instanceof HTMLElement) origin.focus();
  };
}
