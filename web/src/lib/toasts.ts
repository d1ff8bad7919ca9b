/** How a toast is meant; what went badly interrupts a screen reader, all else waits its turn. */
export type ToastLook = "good" | "note" | "bad";

interface Told {
  text: string;
  look?: ToastLook;
  /** Of a series of deeds only the last is told of: a toast about the same makes room for it. */
  about?: string;
  /** Takes back what was done; offered as long as the toast is there. */
  undo?: () => unknown;
  /** Called when it has gone and nothing was taken back: for deeds that have no way back once they are done. */
  over?: () => unknown;
}

export interface Toast extends Required<Pick<Told, "text" | "look">>, Pick<Told, "about" | "undo" | "over"> {
  id: number;
  open: boolean;
}

const MOST = 3; // at a time; what is older makes room

let shown: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

/** Says in passing what has just happened, from anywhere in the program. */
export function toast({ look = "note", ...told }: Told): void {
  count += 1;
  const before = shown.filter((one) => one.open);
  const others = before.filter((one) => told.about === undefined || one.about !== told.about);
  show([...others, { ...told, look, id: count, open: true }].slice(-MOST));
  before.filter((one) => !shown.includes(one)).forEach((one) => one.over?.());
}

/** What was said and is not over yet; one that is closed stays until the next comes, so that it can leave in peace. */
export const toasts = {
  get: () => shown,
  close: (id: number): void => {
    end(id)?.over?.();
  },
  undo: (id: number): void => {
    end(id)?.undo?.();
  },
  subscribe: (changed: () => void): (() => void) => {
    listeners.add(changed);
    return () => {
      listeners.delete(changed);
    };
  },
};

/** The toast, if it was open until now. */
function end(id: number): Toast | undefined {
  const ending = shown.find((one) => one.id === id && one.open);
  if (ending) show(shown.map((one) => (one === ending ? { ...one, open: false } : one)));
  return ending;
}

function show(next: readonly Toast[]): void {
  shown = next;
  listeners.forEach((listener) => {
    listener();
  });
}
