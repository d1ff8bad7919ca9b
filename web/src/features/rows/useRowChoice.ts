import { useMemo } from "react";
import { api, body } from "@/api/client";
import type { Me } from "@/api/types";
import { meQuery, useMe } from "@/features/me/queries";
import { storedText, useStored } from "@/lib/stored";
import { toast } from "@/lib/toasts";
import { useOptimistic } from "@/lib/useOptimistic";
import { readRows, type RowChoice } from "./rows";

const here = storedText("matinee.rows");

/** Wants the rows otherwise, says so, and offers the way back. */
type Choose = (next: RowChoice, said: string) => void;

/** How the rows are wanted: with the account of whoever is signed in, else in this browser. */
export function useRowChoice(): [RowChoice, Choose] {
  const me = useMe();
  const text = useStored(here);
  const act = useOptimistic<Me | null>(meQuery().queryKey);
  const kept = me ? me.preferences.rows : text;
  const choice = useMemo(() => readRows(typeof kept === "string" ? parsed(kept) : kept), [kept]);

  const choose: Choose = (next, said) => {
    if (me) act({ ...keeping(me, next), said, undo: keeping(me, choice) });
    else {
      here.set(JSON.stringify(next));
      toast({
        text: said,
        undo: () => {
          here.set(text);
        },
      });
    }
  };
  return [choice, choose];
}

/** The deed that keeps a choice with somebody's account. */
function keeping({ preferences: others }: Me, rows: RowChoice) {
  const preferences = { ...others, rows: { ...rows } };
  return {
    change: (now: Me | null) => now && { ...now, preferences },
    call: () => body(api.PATCH("/api/v1/me", { body: { preferences } })),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text || "null");
  } catch (error) {
    if (error instanceof SyntaxError) return null; // somebody else wrote there
    throw error;
  }
}
