import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { api, body } from "@/api/client";
import { useTranslation } from "@/i18n/i18n";
import { CONNECTED, onLive } from "@/lib/live";
import { toast } from "@/lib/toasts";
import { added, itemsOf } from "./changes";
import { notificationsQuery, type Notification, type Pages } from "./queries";
import { isKnown, wordsOf } from "./words";

const MOST_AT_ONCE = 50; // that the server answers
const MOST_SAID = 3; // of all that came while nobody was connected

const { queryKey } = notificationsQuery();

/** Shows what is told as soon as it is, and what another tab has done with it. */
export function useLiveNotifications(): void {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const say = useEffectEvent((items: readonly Notification[]) => {
    if (document.visibilityState === "hidden") return; // one tab says it, and the bells of all show it
    for (const told of items.filter(isKnown).slice(-MOST_SAID)) toast({ text: wordsOf(told.kind).say(t, told.data) });
  });
  useEffect(() => {
    let turn = Promise.resolve(); // one after the other, or two would fetch the same
    const catchUp = () => {
      turn = turn.then(async () => {
        say(await missed(queryClient));
      });
    };
    const lookAgain = () => {
      // While something is being changed here its own answer asks anew; asking now would show what was before.
      if (queryClient.isMutating({ mutationKey: queryKey, exact: true }) === 0)
        void queryClient.invalidateQueries({ queryKey });
    };
    const ends = [
      onLive(CONNECTED, catchUp),
      onLive("notifications.told", catchUp),
      onLive("notifications.changed", lookAgain),
    ];
    return () => {
      ends.forEach((end) => {
        end();
      });
    };
  }, [queryClient]);
}

/** What was told after the last that is known here, the oldest first; it is known here afterwards. */
async function missed(queryClient: QueryClient): Promise<readonly Notification[]> {
  const known = queryClient.getQueryData<Pages>(queryKey);
  if (!known) {
    await queryClient.invalidateQueries({ queryKey }); // what is on its way may have left before anybody listened
    return [];
  }
  const after = Math.max(0, ...itemsOf(known).map(({ id }) => id));
  try {
    const { items, unread, next } = await body(
      api.GET("/api/v1/notifications", { params: { query: { after, limit: MOST_AT_ONCE } } }),
    );
    if (next !== null) await queryClient.invalidateQueries({ queryKey });
    else queryClient.setQueryData<Pages>(queryKey, (now) => now && added(items, unread)(now));
    return items;
  } catch {
    return []; // it is asked for each minute anyway
  }
}
