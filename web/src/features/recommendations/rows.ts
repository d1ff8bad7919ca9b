import type { Recommended } from "@/api/types";
import { BECAUSE, FOR_YOU } from "@/features/rows/own";

const LEAST = 5; // titles that make a row

interface Told {
  /** What one title speaks for; all of them have it as their reason. */
  because: Recommended[];
  /** What stands in the row for all the rest. */
  others: Recommended[];
}

/**
 * What stands in which row, each in one. The title that speaks for most has a row of its own, unless that leaves too
 * little for the other row. Of whom nothing is known has neither. `rows`: ids of the rows that are wanted.
 */
export function rowsOf(items: Recommended[], rows: readonly string[]): Told {
  const known = items.some(({ reason }) => reason.becauseOf) ? items : [];
  const because = rows.includes(BECAUSE) ? largest(known) : [];
  const others = known.filter((title) => !because.includes(title));
  return rows.includes(FOR_YOU) && others.length < LEAST ? { because: [], others: known } : { because, others };
}

/** Those with the commonest cause; of several that are as common the first. */
function largest(items: Recommended[]): Recommended[] {
  const byCause = new Map<number, Recommended[]>();
  for (const title of items) {
    const cause = title.reason.becauseOf?.id;
    if (cause !== undefined) byCause.set(cause, [...(byCause.get(cause) ?? []), title]);
  }
  const [first = []] = [...byCause.values()].sort((one, other) => other.length - one.length);
  return first.length < LEAST ? [] : first;
}
