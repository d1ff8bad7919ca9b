import { lazy } from "react";
import { showOver } from "@/features/cards/over";
import type { Carded } from "@/lib/cardCorner";

const WhichDialog = lazy(() => import("./WhichDialog"));

/** For a film that was watched more than once: whether the last time shall be taken back, or all. */
export function askWhich(title: Carded, from: HTMLElement): void {
  showOver({ title, from, Shown: WhichDialog });
}
