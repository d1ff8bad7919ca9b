import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import { Message } from "@/components/molecules/Message";
import { StaleNotice } from "@/components/molecules/StaleNotice";
import { DiscoverSkeleton } from "@/features/discover/DiscoverSkeleton";
import { featured } from "@/features/discover/featured";
import { GenreStrip } from "@/features/discover/GenreStrip";
import { Hero } from "@/features/discover/Hero";
import { ListShelf } from "@/features/discover/ListShelf";
import { genresQuery, listsQuery } from "@/features/discover/queries";
import { currentLocale, useLocale } from "@/features/locale/locale";
import { found } from "@/lib/found";

export const Route = createFileRoute("/")({
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      found(queryClient.query({ ...listsQuery(currentLocale()), staleTime: "static" })),
      found(queryClient.query({ ...genresQuery(currentLocale()), staleTime: "static" })),
    ]),
  pendingComponent: DiscoverSkeleton,
  component: Discover,
});

function Discover() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { data: lists } = useSuspenseQuery(listsQuery(locale));
  const { data: genres } = useSuspenseQuery(genresQuery(locale));
  const [openedAt] = useState(Date.now);
  const rows = lists.items.filter(({ items }) => items.length > 0);
  return (
    <>
      <title>{t("app.pageTitle", { page: t("discover.title") })}</title>
      <h1 className="sr-only">{t("discover.title")}</h1>
      <StaleNotice of={lists} className="mx-(--gutter) mb-4" />
      <Hero titles={featured(rows, openedAt)} />
      {rows.length === 0 && <Message sign="…" title={t("discover.empty")} detail={t("discover.emptyHint")} />}
      <div className="mt-8 flex flex-col gap-10 md:mt-12 md:gap-13">
        <GenreStrip genres={genres} />
        {rows.map((list) => (
          <ListShelf key={list.slug} list={list} />
        ))}
      </div>
    </>
  );
}
