import { useTranslation } from "@/i18n/i18n";
import type { NeighbourCard } from "@/api/types";
import { TitleCard } from "@/components/molecules/TitleCard";
import { Shelf, SHELF_SIZES, ShelfItem } from "@/components/organisms/Shelf";
import { useFormats } from "@/lib/format";
import { reasonWords } from "./reason";

/** Titles next to this one, and why each is there. */
export function NeighbourShelf({ name, titles }: { name: string; titles: NeighbourCard[] | null | undefined }) {
  const { t } = useTranslation();
  const { list } = useFormats();
  if (!titles?.length) return null;
  return (
    <Shelf name={name}>
      {titles.map((title) => (
        <ShelfItem key={title.id}>
          <TitleCard title={title} sizes={SHELF_SIZES} />
          <p className="mt-1 line-clamp-2 border-s-2 border-line ps-2 text-2xs text-muted">
            {reasonWords(title.reason, t, list)}
          </p>
        </ShelfItem>
      ))}
    </Shelf>
  );
}
