import { api, body, done } from "@/api/client";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { nounOf } from "@/lib/addresses";
import { useOptimistic } from "@/lib/useOptimistic";
import { itemsOf, movedTo, withItems, type Pages, type Placed } from "./order";
import { watchlistQuery } from "./queries";

type Title = Placed["title"];

/** What can be done with the titles of a list; each is shown at once and can be taken back. */
export function useListDeeds(id: number) {
  const { t } = useTranslation();
  const act = useOptimistic<Pages>(watchlistQuery(id, useLocale()).queryKey);
  const change = (to: (items: Placed[]) => Placed[]) => (now: Pages) => withItems(now, to(itemsOf(now)));
  const at = (title: Title) => ({ params: { path: { watchlist_id: id, title_id: title.id } } });
  const take = (title: Title) => ({
    change: change((items) => items.filter((one) => one.title.id !== title.id)),
    call: () => done(api.DELETE("/api/v1/watchlists/{watchlist_id}/items/{title_id}", at(title))),
  });
  const add = (title: Title, how: { note?: string; position?: number }) => {
    const params = { path: { watchlist_id: id, noun: nounOf(title.kind), ref: String(title.id) } };
    return body(api.PUT("/api/v1/watchlists/{watchlist_id}/items/{noun}/{ref}", { params, body: how }));
  };
  const put = (item: Placed, what: { position: number } | { note: string }) =>
    body(api.PATCH("/api/v1/watchlists/{watchlist_id}/items/{title_id}", { ...at(item.title), body: what }));

  return {
    move: (items: Placed[], from: number, to: number) => {
      const [item, place] = [items[from], items[to]];
      if (!item || !place || from === to) return;
      act({
        change: change(() => movedTo(items, from, to)),
        call: () => put(item, { position: place.position }),
        said: t("lists.moved", { name: item.title.title }),
        undo: { change: change(() => items), call: () => put(item, { position: item.position }) },
      });
    },
    /** At its end; `shown` is whether that is on the page. */
    add: (title: Title, { shown }: { shown: boolean }) => {
      const after = (items: Placed[]) => ({ title, note: "", position: (items.at(-1)?.position ?? -1) + 1 });
      act({
        change: shown ? change((items) => [...items, after(items)]) : (now) => now,
        call: () => add(title, {}),
        said: t("lists.added", { name: title.title }),
        undo: take(title),
      });
    },
    remove: (item: Placed) => {
      const { title, note, position } = item;
      act({
        ...take(title),
        said: t("lists.removed", { name: title.title }),
        undo: {
          change: change((items) => {
            const before = items.filter((one) => one.position < position).length;
            return items.toSpliced(before, 0, item);
          }),
          call: () => add(title, { note, position }),
        },
      });
    },
    annotate: (item: Placed, note: string) => {
      const noted = (text: string) =>
        change((items) => items.map((one) => (one.title.id === item.title.id ? { ...one, note: text } : one)));
      act({
        change: noted(note),
        call: () => put(item, { note }),
        said: t("lists.noted", { name: item.title.title }),
        undo: { change: noted(item.note), call: () => put(item, { note: item.note }) },
      });
    },
  };
}

export type ListDeeds = ReturnType<typeof useListDeeds>;
