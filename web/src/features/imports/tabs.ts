import type { Import, Outcome } from "./queries";

/** What rows are shown together, in the order in which somebody looks at them. */
export const TABS = {
  matched: ["matched"],
  choose: ["ambiguous"],
  missing: ["missing", "awaited"],
  bad: ["bad"],
  there: ["there"],
  skipped: ["skipped"],
  applied: ["applied"],
  undone: ["undone"],
  kept: ["kept"],
} satisfies Record<string, Outcome[]>;

export type Tab = keyof typeof TABS;

export function countIn({ counts }: Import, tab: Tab): number {
  return TABS[tab].reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** Those with rows in them. */
export function tabsOf(run: Import): Tab[] {
  return (Object.keys(TABS) as Tab[]).filter((tab) => countIn(run, tab) > 0);
}
