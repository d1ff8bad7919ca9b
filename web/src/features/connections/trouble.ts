import { Problem } from "@/api/problem";
import type { Connection } from "@/api/types";

/**
 * What is said where a service was tried. `now`: how it is after that, as its ticket shows it. The ticket of a
 * service says at length what is wrong with it; beneath the button the state is enough then, in the person's language.
 */
export function troubleOf(thrown: unknown, now: Connection | undefined, inShort: (state: string) => string): unknown {
  const isSaid = thrown instanceof Problem && thrown.message !== "" && thrown.message === now?.message;
  return isSaid ? new Problem({ status: thrown.status, detail: inShort(now.state) }) : thrown;
}
