import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { MoreOfIt } from "@/features/browse/MoreOfIt";
import { useLocale } from "@/features/locale/locale";
import { useTint } from "@/features/titles/tint/useTint";
import { useTranslation } from "@/i18n/i18n";
import { joined } from "@/lib/pages";
import { ItemRows } from "./ItemRows";
import { ListHead } from "./ListHead";
import { sharedQuery } from "./queries";

/** The public page of a list, for whoever has its link. */
export function SharedPage({ link }: { link: string }) {
  const { t } = useTranslation();
  const query = useSuspenseInfiniteQuery(sharedQuery(link, useLocale()));
  const items = joined(query.data.pages, ({ title }) => String(title.id));
  useTint(items[0]?.title.poster);
  const [list] = query.data.pages;
  if (!list) return null;
  return (
    <div className="gutter max-w-5xl pt-4">
      <meta name="robots" content="noindex" />
      <ListHead list={list} total={list.total} />
      {items.length === 0 ? <p className="text-muted">{t("lists.empty")}</p> : <ItemRows items={items} />}
      {list.pages > 1 && <MoreOfIt query={query} />}
    </div>
  );
}
