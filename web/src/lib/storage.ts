type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What the browser keeps for good. Where it refuses to (all cookies blocked, storage full), this page does until it is left. */
export const storage: Shelf = forgiving(() => localStorage);

/** What it keeps as long as the tab is open. */
export const tabStorage: Shelf = forgiving(() => sessionStorage);

function forgiving(there: () => Storage): Shelf {
  const instead = new Map<string, string>();
  const tried = <T>(deed: () => T, otherwise: () => T): T => {
    try {
      return deed();
    } catch (error) {
      if (error instanceof DOMException) return otherwise(); // refused, or no room
      throw error;
    }
  };
  return {
    getItem: (key) => instead.get(key) ?? tried(() => there().getItem(key), () => null), // prettier-ignore
    setItem: (key, value) => {
      instead.delete(key);
      tried(() => { there().setItem(key, value); }, () => { instead.set(key, value); }); // prettier-ignore
    },
    removeItem: (key) => {
      instead.delete(key);
      tried(() => { there().removeItem(key); }, () => undefined); // prettier-ignore
    },
  };
}
