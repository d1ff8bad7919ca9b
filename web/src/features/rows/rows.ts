/** How somebody wants the rows of Discover: row ids in order, and those that they do not want to see. */
export interface RowChoice {
  order: string[];
  hidden: string[];
}

export interface Arranged {
  id: string;
  hidden: boolean;
}

const MOST = 200; // rows remembered; ids come from outside, so that is a bound and no wish

/** What was kept, be it from the server or this browser: anything that makes no sense counts as no choice. */
export function readRows(kept: unknown): RowChoice {
  const { order, hidden } = (typeof kept === "object" && kept !== null ? kept : {}) as Record<string, unknown>;
  return { order: ids(order), hidden: ids(hidden) };
}

function ids(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((one): one is string => typeof one === "string"))].slice(0, MOST);
}

/**
 * All rows that there are, as somebody wants them. A row that nobody has placed (a list that is new, say) keeps its
 * neighbour: it comes after the row that it follows in the house's own order.
 */
export function arrange(there: readonly string[], { order, hidden }: RowChoice): Arranged[] {
  const placed = order.filter((id) => there.includes(id));
  there.forEach((id, index) => {
    if (placed.includes(id)) return;
    const before = there[index - 1];
    placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, id);
  });
  return placed.map((id) => ({ id, hidden: hidden.includes(id) }));
}

/** One row in another's place. */
export function moved(rows: readonly Arranged[], id: string, onto: string): RowChoice {
  const order = rows.map((row) => row.id);
  const [from, to] = [order.indexOf(id), order.indexOf(onto)];
  if (from >= 0 && to >= 0) order.splice(to, 0, ...order.splice(from, 1));
  return { order, hidden: hiddenOf(rows) };
}

/** One row shown, or not. */
export function shown(rows: readonly Arranged[], id: string, show: boolean): RowChoice {
  const hidden = hiddenOf(rows).filter((one) => one !== id);
  return { order: rows.map((row) => row.id), hidden: show ? hidden : [...hidden, id] };
}

function hiddenOf(rows: readonly Arranged[]): string[] {
  return rows.filter((row) => row.hidden).map(({ id }) => id);
}
