import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, done } from "@/api/client";
import { Problem } from "@/api/problem";
import { useLocale } from "@/features/locale/locale";
import { useOptimistic } from "@/lib/useOptimistic";
import { activityQuery, type Pages } from "./queries";

/** Takes back what was done; it counts as undone at once, and no longer when the server says why not. */
export function useUndo() {
  const queryClient = useQueryClient();
  const act = useOptimistic<Pages>(activityQuery(useLocale()).queryKey);
  const [undone, setUndone] = useState<ReadonlySet<number>>(new Set());

  const undo = (ids: readonly number[]) => {
    const left = new Set(ids);
    const call = async () => {
      try {
        await takeBack(left);
      } catch (failure) {
        setUndone((now) => new Set([...now].filter((id) => !left.has(id))));
        throw failure;
      } finally {
        // Favourites, history, numbers: whatever shows it is asked for anew when somebody looks.
        await queryClient.invalidateQueries({ refetchType: "none" });
      }
    };
    setUndone((now) => new Set([...now, ...ids]));
    act({ change: (now) => now, call });
  };
  return { undone, undo };
}

/** One after the other; takes out of `ids` what is undone. What was changed since stays, and does not hold up others. */
async function takeBack(ids: Set<number>): Promise<void> {
  let refusal: Problem | undefined;
  for (const id of [...ids]) {
    try {
      await done(api.POST("/api/v1/me/activity/{activity_id}/undo", { params: { path: { activity_id: id } } }));
      ids.delete(id);
    } catch (failure) {
      if (!(failure instanceof Problem && failure.status === 409)) throw failure;
      refusal ??= failure;
    }
  }
  if (refusal) throw refusal;
}
