import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { itemsOf, without } from "./changes";
import { useHidden } from "./hidden";
import { notificationsQuery } from "./queries";
import { isKnown } from "./words";

/** What there is to tell, as far as it was fetched; what was dismissed a moment ago is left out. */
export function useNotifications() {
  const hidden = useHidden();
  const { data, ...query } = useInfiniteQuery(notificationsQuery());
  const seen = useMemo(() => data && without(hidden)(data), [data, hidden]);
  const items = useMemo(() => seen && itemsOf(seen).filter(isKnown), [seen]);
  return { ...query, items, unread: seen?.pages[0]?.unread ?? 0 };
}
