import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { ListOrdered } from "lucide-react";
import { useState } from "react";
import type { GenreItem, ListCard } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Later } from "@/components/atoms/Later";
import { useTranslation } from "@/i18n/i18n";
import { Message } from "@/components/molecules/Message";
import { StaleNotice } from "@/components/molecules/StaleNotice";
import { DiscoverSkeleton } from "@/features/discover/DiscoverSkeleton";
import { featured } from "@/features/discover/featured";
import { GenreStrip } from "@/features/discover/GenreStrip";
import { Hero } from "@/features/discover/Hero";
import { ListShelf } from "@/features/discover/ListShelf";
import { genresQuery, listsQuery } from "@/features/discover/queries";
import { UpNext } from "@/features/history/Mine";
import { currentLocale, useLocale } from "@/features/locale/locale";
import { isRecommended, OwnRow } from "@/features/recommendations/Recommended";
import { isOwn, UP_NEXT } from "@/features/rows/own";
import { GENRES, useRows } from "@/features/rows/useRows";
import { found } from "@/lib/found";

const AT_ONCE = 3; // rows of the house, the genres among them: more are below the edge of nearly every window

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
  const rows = useRows(lists.items, genres).filter(({ hidden }) => !hidden);
  const ids = rows.map(({ id }) => id);
  const house = ids.filter((id) => !isOwn(id));
  const shown = rows.flatMap(({ id }) => lists.items.find(({ slug }) => slug === id) ?? []);
  return (
    <>
      <title>{t("app.pageTitle", { page: t("discover.title") })}</title>
      <h1 className="sr-only">{t("discover.title")}</h1>
      <StaleNotice of={lists} className="mx-(--gutter) mb-4" />
      <Hero titles={featured(shown.length > 0 ? shown : lists.items, openedAt)} />
      {lists.items.every(({ items }) => items.length === 0) && (
        <Message sign="…" title={t("discover.empty")} detail={t("discover.emptyHint")} />
      )}
      <div className="mt-8 flex flex-col gap-10 md:mt-12 md:gap-13">
        {ids.map((id) => (
          <Row key={id} id={id} rows={ids} lists={shown} genres={genres} now={house.indexOf(id) < AT_ONCE} />
        ))}
        <Link to="/settings" hash="rows" className={buttonStyle("bare", "self-center")}>
          <ListOrdered aria-hidden />
          {t("discover.arrange")}
        </Link>
      </div>
    </>
  );
}

interface RowProps {
  id: string;
  rows: string[];
  lists: ListCard[];
  genres: GenreItem[];
  now: boolean;
}

function Row({ id, rows, lists, genres, now }: RowProps) {
  if (id === UP_NEXT) return <UpNext />;
  if (isRecommended(id)) return <OwnRow id={id} rows={rows} />;
  if (id === GENRES) return <GenreStrip genres={genres} />;
  const list = lists.find(({ slug }) => slug === id);
  return (
    list && (
      <Later now={now} className="shelf-place">
        <ListShelf list={list} />
      </Later>
    )
  );
}
