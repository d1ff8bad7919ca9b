import { useEffect, type RefObject } from "react";
import { isLetterKey } from "@/lib/letterKeys";

/** Puts the cursor into the field when the key is pressed outside of any other field. */
export function useHotkey(key: string, enabled: boolean, field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== key || !isLetterKey(event)) return;
      event.preventDefault();
      field.current?.select();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [key, enabled, field]);
}
