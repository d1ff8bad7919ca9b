import { useTranslation } from "@/i18n/i18n";
import type { TitleDetail } from "@/api/types";
import { PersonCard } from "@/components/molecules/PersonCard";
import { Shelf, SHELF_SIZES, ShelfItem } from "@/components/organisms/Shelf";
import { FullCredits } from "./FullCredits";

const SHOWN = 30; // the rest is in the full credits

export function CastShelf({ title }: { title: TitleDetail }) {
  const { t } = useTranslation();
  const cast = title.credits?.cast ?? [];
  if (cast.length === 0) return null;
  return (
    <Shelf name={t("title.cast")} more={cast.length > SHOWN && <FullCredits title={title} />}>
      {cast.slice(0, SHOWN).map(({ personId, name, profile, character }) => (
        <ShelfItem key={`${personId}-${character}`}>
          <PersonCard id={personId} name={name} profile={profile} note={character} sizes={SHELF_SIZES} />
        </ShelfItem>
      ))}
    </Shelf>
  );
}
