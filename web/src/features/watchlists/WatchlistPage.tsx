import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Message } from "@/components/molecules/Message";
import { MoreOfIt } from "@/features/browse/MoreOfIt";
import { useLocale } from "@/features/locale/locale";
import { useTint } from "@/features/titles/tint/useTint";
import { useTranslation } from "@/i18n/i18n";
import { AddTitle } from "./AddTitle";
import { ItemRows } from "./ItemRows";
import { ListActions } from "./ListActions";
import { ListHead } from "./ListHead";
import { itemsOf } from "./order";
import { watchlistQuery } from "./queries";
import { SortableItems } from "./SortableItems";

/** A list: what it is about, and its titles in their order. */
export function WatchlistPage({ id }: { id: number }) {
  const { t } = useTranslation();
  const query = useSuspenseInfiniteQuery(watchlistQuery(id, useLocale()));
  const items = itemsOf(query.data);
  useTint(items[0]?.title.poster);
  const [list] = query.data.pages;
  if (!list) return null;
  const mayEdit = list.right !== "view";
  return (
    <div className="gutter max-w-5xl pt-4">
      <ListHead list={list} total={list.total}>
        <ListActions list={list} />
      </ListHead>
      {mayEdit && <AddTitle id={id} items={items} isWhole={!query.hasNextPage} />}
      {items.length > 0 ? (
        <>
          {mayEdit ? <SortableItems id={id} items={items} /> : <ItemRows items={items} />}
          {list.pages > 1 && <MoreOfIt query={query} />}
        </>
      ) : mayEdit ? (
        <Message sign="0" level={3} title={t("lists.empty")} detail={t("lists.emptyHint")}>
          <Link to="/movies" className={buttonStyle()}>
            {t("lists.browse")}
          </Link>
        </Message>
      ) : (
        <p className="text-muted">{t("lists.empty")}</p>
      )}
    </div>
  );
}
