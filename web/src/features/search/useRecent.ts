import { useMemo } from "react";
import { useStored } from "@/lib/stored";
import { readRecent, recentText } from "./recent";

export function useRecent(): string[] {
  const text = useStored(recentText);
  return useMemo(() => readRecent(text), [text]);
}
