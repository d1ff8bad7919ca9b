import type { Reason, Recommended, TitleCard as Title } from "@/api/types";
import { TitleCard } from "@/components/molecules/TitleCard";
import { Shelf, SHELF_SIZES, ShelfItem } from "@/components/organisms/Shelf";
import { Why } from "./Why";

interface Props {
  name: string;
  titles: (Title & { reason: Reason | Recommended["reason"] })[] | null | undefined;
}

/** Titles next to one that is named elsewhere, and what each shares with it; nothing where there are none. */
export function NeighbourShelf({ name, titles }: Props) {
  if (!titles?.length) return null;
  return (
    <Shelf name={name}>
      {titles.map((title) => (
        <ShelfItem key={title.id}>
          <TitleCard title={title} sizes={SHELF_SIZES} />
          <Why of={title.reason} />
        </ShelfItem>
      ))}
    </Shelf>
  );
}
