import { useTranslation } from "@/i18n/i18n";
import type { CastMember } from "@/api/types";
import { PersonCard } from "@/components/molecules/PersonCard";
import { Shelf, SHELF_SIZES, ShelfItem } from "@/components/organisms/Shelf";

const SHOWN = 40;

export function CastShelf({ cast }: { cast: CastMember[] }) {
  const { t } = useTranslation();
  if (cast.length === 0) return null;
  return (
    <Shelf name={t("title.cast")}>
      {cast.slice(0, SHOWN).map(({ personId, name, profile, character }) => (
        <ShelfItem key={`${personId}-${character}`}>
          <PersonCard id={personId} name={name} profile={profile} note={character} sizes={SHELF_SIZES} />
        </ShelfItem>
      ))}
    </Shelf>
  );
}
