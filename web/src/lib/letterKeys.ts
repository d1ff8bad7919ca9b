import { stored } from "./stored";

/** Whether single letters do something on the page. Who speaks to their computer, or slips on its keys, turns them off. */
export const letterKeys = stored<"on" | "off">("matinee.letterKeys", ["on", "off"], "on");

/** Whether this is such a key: a lone one, outside of fields and dialogs. */
export function isLetterKey(event: KeyboardEvent): boolean {
  const elsewhere =
    event.target instanceof Element &&
    event.target.closest("input, textarea, select, [contenteditable], [data-dialog], [role=menu]");
  const alone = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !event.repeat;
  return alone && !elsewhere && letterKeys.get() === "on";
}
