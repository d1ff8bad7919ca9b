import type { LucideIcon } from "lucide-react";
import { matches } from "./matching";

/** Something that can be chosen in the palette. */
export interface Command {
  /** Steady over versions and languages: recent choices are kept by it. */
  id: string;
  label: string;
  icon: LucideIcon;
  /** Other words it is found by. */
  words?: string;
  /** Only shown to who asks for it, so that the list stays short. */
  quiet?: boolean;
  /** Fills the field instead of closing the palette: the choice goes on. */
  fills?: string;
  run?: () => void;
}

export function found(commands: readonly Command[], query: string): Command[] {
  if (!query) return commands.filter(({ quiet }) => !quiet);
  return commands.filter(({ label, words = "" }) => matches(query, `${label} ${words}`));
}
