import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Message } from "@/components/molecules/Message";
import { DialogButton } from "@/components/molecules/DialogButton";
import { MoreOfIt } from "@/features/browse/MoreOfIt";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { joined } from "@/lib/pages";
import { Invitations } from "./Invitations";
import { ListCard } from "./ListCard";
import { NewListDialog } from "./NewListDialog";
import { watchlistsQuery } from "./queries";

/** One's lists, those that others share, and who else wants to. */
export function WatchlistsPage() {
  const { t } = useTranslation();
  const query = useSuspenseInfiniteQuery(watchlistsQuery(useLocale()));
  const lists = joined(query.data.pages, ({ id }) => String(id));
  const make = (
    <DialogButton look="solid" dialog={(close) => <NewListDialog close={close} />}>
      {t("lists.make")}
    </DialogButton>
  );
  return (
    <div className="gutter pt-4">
      <title>{t("app.pageTitle", { page: t("lists.title") })}</title>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="display text-4xl">{t("lists.title")}</h1>
        {lists.length > 0 && make}
      </div>
      <Invitations of={query.data.pages[0]?.invitations ?? []} />
      {lists.length === 0 ? (
        <Message sign="0" level={3} title={t("lists.none")} detail={t("lists.noneHint")}>
          {make}
        </Message>
      ) : (
        <>
          <ul className="mt-7 grid gap-x-6 gap-y-8 sm:grid-cols-[repeat(auto-fill,minmax(18rem,1fr))]">
            {lists.map((list) => (
              <li key={list.id}>
                <ListCard list={list} />
              </li>
            ))}
          </ul>
          {lists.length < (query.data.pages[0]?.total ?? 0) && <MoreOfIt query={query} />}
        </>
      )}
    </div>
  );
}
