import type { Notification, Pages } from "./queries";

/** The pages as they are once these count as read, at that instant, or as unread, at null. */
export function marked(ids: readonly number[], readAt: string | null) {
  return (now: Pages): Pages => {
    const touched = itemsOf(now).filter(
      (item) => ids.includes(item.id) && (item.readAt === null) === (readAt !== null),
    );
    return changed(now, readAt === null ? touched.length : -touched.length, (items) =>
      items.map((item) => (touched.includes(item) ? { ...item, readAt } : item)),
    );
  };
}

/** The pages as they are once all have been read. */
export function allMarked(readAt: string) {
  return (now: Pages): Pages =>
    changed(now, -Infinity, (items) => items.map((item) => ({ ...item, readAt: item.readAt ?? readAt })));
}

/** The pages without some of what they tell. */
export function without(hidden: ReadonlySet<number>) {
  return (now: Pages): Pages => {
    const unread = itemsOf(now).filter(({ id, readAt }) => hidden.has(id) && readAt === null).length;
    return changed(now, -unread, (items) => items.filter(({ id }) => !hidden.has(id)));
  };
}

/** The pages with what was told since, the oldest first, and how much is unread of all. */
export function added(told: readonly Notification[], unread: number) {
  return (now: Pages): Pages => {
    const known = new Set(itemsOf(now).map(({ id }) => id));
    const items = told.filter(({ id }) => !known.has(id)).reverse();
    const pages = now.pages.map((page, index) => ({
      ...page,
      items: index === 0 ? [...items, ...page.items] : page.items,
      unread,
    }));
    return { ...now, pages };
  };
}

export function itemsOf({ pages }: Pages): Notification[] {
  return pages.flatMap(({ items }) => items);
}

function changed(now: Pages, more: number, change: (items: Notification[]) => Notification[]): Pages {
  const pages = now.pages.map((page) => ({
    ...page,
    items: change(page.items),
    unread: Math.max(0, page.unread + more),
  }));
  return { ...now, pages };
}
