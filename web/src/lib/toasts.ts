/** How a toast is meant; what went badly interrupts a screen reader, all else waits its turn. */
export type ToastLook = "good" | "note" | "bad";

interface Told {
  text: string;
  look?: ToastLook;
  /** Takes back what was done; offered as long as the toast is there. */
  undo?: () => unknown;
}

export interface Toast extends Required<Pick<Told, "text" | "look">>, Pick<Told, "undo"> {
  id: number;
  open: boolean;
}

const MOST = 3; // at a time; what is older makes room

let shown: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

/** Says in passing what has just happened, from anywhere in the program. */
export function toast({ text, look = "note", undo }: Told): void {
  count += 1;
  show([...shown.filter(({ open }) => open), { id: count, text, look, undo, open: true }].slice(-MOST));
}

/** What was said and is not over yet; one that is closed stays until the next comes, so that it can leave in peace. */
export const toasts = {
  get: () => shown,
  close: (id: number): void => {
    show(shown.map((told) => (told.id === id ? { ...told, open: false } : told)));
  },
  subscribe: (changed: () => void): (() => void) => {
    listeners.add(changed);
    return () => {
      listeners.delete(changed);
    };
  },
};

function show(next: readonly Toast[]): void {
  shown = next;
  listeners.forEach((listener) => {
    listener();
  });
}
