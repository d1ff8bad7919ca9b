import { useEffect, type RefObject } from "react";

/** Puts the cursor into the field when the key is pressed outside of any other field. */
export function useHotkey(key: string, enabled: boolean, field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      event.preventDefault();
      field.current?.select();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [key, enabled, field]);
}
