import { useMemo } from "react";
import { useChangeMe } from "@/features/me/useChangeMe";
import { useMe } from "@/features/me/queries";
import { storedText, useStored } from "@/lib/stored";
import { readRows, type RowChoice } from "./rows";

const here = storedText("matinee.rows");

/** How the rows are wanted, with the account of whoever is signed in, else in this browser; and how to want them otherwise. */
export function useRowChoice(): [RowChoice, (choice: RowChoice) => void] {
  const me = useMe();
  const changeMe = useChangeMe();
  const text = useStored(here);
  const kept = me ? me.preferences.rows : text;
  const choice = useMemo(() => readRows(typeof kept === "string" ? parsed(kept) : kept), [kept]);
  const choose = (next: RowChoice) => {
    if (me) changeMe({ preferences: { ...me.preferences, rows: next } });
    else here.set(JSON.stringify(next));
  };
  return [choice, choose];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text || "null");
  } catch {
    return null; // somebody else wrote there
  }
}
