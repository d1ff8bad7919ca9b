import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import type { ListCard } from "@/api/types";
import { Shelf, SHELF_SIZES, ShelfItem } from "@/components/organisms/Shelf";
import { TitleCard } from "@/components/molecules/TitleCard";

/** The first titles of a list, and the way to the rest. */
export function ListShelf({ list }: { list: ListCard }) {
  const { t } = useTranslation();
  const more = list.total > list.items.length && (
    <Link
      to="/lists/$slug"
      params={{ slug: list.slug }}
      className="flex items-center gap-1.5 rounded-full text-sm font-semibold whitespace-nowrap text-muted transition-colors hover:text-accent"
    >
      {t("discover.all")}
      <span className="sr-only">: {list.name}</span>
      <ArrowRight aria-hidden className="size-4" />
    </Link>
  );
  return (
    <Shelf name={list.name} note={list.description} more={more}>
      {list.items.map((title) => (
        <ShelfItem key={title.id}>
          <TitleCard title={title} sizes={SHELF_SIZES} />
        </ShelfItem>
      ))}
    </Shelf>
  );
}
