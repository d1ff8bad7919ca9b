import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { useDeferredValue } from "react";
import { useTranslation } from "@/i18n/i18n";
import type { ListCard } from "@/api/types";
import { moreStyle } from "@/components/atoms/buttonStyle";
import { Shelf, SHELF_SIZES, ShelfItem } from "@/components/organisms/Shelf";
import { TitleCard } from "@/components/molecules/TitleCard";

const IN_SIGHT = 10; // at most, on the widest windows

/** The first titles of a list, and the way to the rest. */
export function ListShelf({ list }: { list: ListCard }) {
  const { t } = useTranslation();
  // Those beyond the edge are made after what is seen has been shown.
  const titles = useDeferredValue(list.items, list.items.slice(0, IN_SIGHT));
  const more = list.total > list.items.length && (
    <Link to="/lists/$slug" params={{ slug: list.slug }} className={moreStyle}>
      {t("discover.all")}
      <span className="sr-only">: {list.name}</span>
      <ArrowRight aria-hidden className="size-4" />
    </Link>
  );
  return (
    <Shelf name={list.name} note={list.description} more={more}>
      {titles.map((title) => (
        <ShelfItem key={title.id}>
          <TitleCard title={title} sizes={SHELF_SIZES} />
        </ShelfItem>
      ))}
    </Shelf>
  );
}
