/** Gathers names that come one by one, and hands them on together after a pause: none while nobody looks, nor while `busy`. */
export function gathering(pause: number, handOn: (names: ReadonlySet<string>) => void, busy: () => boolean) {
  let gathered = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    timer ??= setTimeout(end, pause);
  };
  const end = () => {
    timer = undefined;
    if (document.hidden || gathered.size === 0) return;
    if (busy()) {
      wait();
      return;
    }
    const names = gathered;
    gathered = new Set();
    handOn(names);
  };
  document.addEventListener("visibilitychange", wait);
  return {
    add: (names: Iterable<string>) => {
      for (const name of names) gathered.add(name);
      wait();
    },
    stop: () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", wait);
    },
  };
}
