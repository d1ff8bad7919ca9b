import { useQuery } from "@tanstack/react-query";
import { api, body, done } from "@/api/client";
import type { ListsFor, TitleCard } from "@/api/types";
import { Badge } from "@/components/atoms/Badge";
import { Loaded } from "@/components/organisms/Loaded";
import { OpenSheet } from "@/components/organisms/Sheet";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { nounOf } from "@/lib/addresses";
import { useOptimistic } from "@/lib/useOptimistic";
import { NewListForm } from "./NewListForm";
import { listsForQuery, MY_LISTS } from "./queries";

type List = ListsFor["items"][number];

interface Props {
  title: Pick<TitleCard, "id" | "kind" | "title">;
  close: () => void;
}

/** The lists that one may change, with a mark at those that hold the title; and a new one. */
export default function ListSheet({ title, close }: Props) {
  const { t } = useTranslation();
  const lists = useQuery(listsForQuery(title));
  const put = useHolding(title);
  return (
    <OpenSheet title={t("lists.addTitle", { name: title.title })} closeLabel={t("dialog.close")} close={close}>
      <Loaded of={lists}>
        {({ items }) => (
          <ul className="space-y-1 empty:hidden">
            {items.map((list) => (
              <li key={list.id}>
                <label className="flex min-h-12 cursor-pointer items-center gap-3.5 rounded-card px-3 hover:bg-ink/7">
                  <input
                    type="checkbox"
                    className="size-5 shrink-0 accent-accent"
                    checked={list.holds}
                    onChange={(event) => {
                      put(list, event.target.checked);
                    }}
                  />
                  <bdi className="min-w-0 flex-1 font-semibold wrap-anywhere">{list.name}</bdi>
                  {list.shared && <Badge>{t("lists.shared")}</Badge>}
                </label>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <NewListForm title={title} />
    </OpenSheet>
  );
}

/** Puts the title into a list or takes it out, at once and with a way back. */
function useHolding(title: Props["title"]): (list: List, holds: boolean) => void {
  const { t } = useTranslation();
  const again = useAgain();
  const act = useOptimistic<ListsFor>(listsForQuery(title).queryKey);
  const deed = ({ id }: List, holds: boolean) => ({
    change: ({ items }: ListsFor) => ({ items: items.map((one) => (one.id === id ? { ...one, holds } : one)) }),
    call: async () => {
      const path = { watchlist_id: id };
      if (holds) {
        const params = { path: { ...path, noun: nounOf(title.kind), ref: String(title.id) } };
        await body(api.PUT("/api/v1/watchlists/{watchlist_id}/items/{noun}/{ref}", { params, body: {} }));
      } else {
        const params = { path: { ...path, title_id: title.id } };
        await done(api.DELETE("/api/v1/watchlists/{watchlist_id}/items/{title_id}", { params }));
      }
      await again(MY_LISTS, { queryKey: ["watchlist", id] });
    },
  });
  return (list, holds) => {
    const said = t(holds ? "lists.putInto" : "lists.takenOut", { name: list.name });
    act({ ...deed(list, holds), said, undo: deed(list, !holds) });
  };
}
