import type { ReactNode } from "react";
import type { Statistics } from "@/api/types";
import { PersonCard } from "@/components/molecules/PersonCard";
import { TitleCard } from "@/components/molecules/TitleCard";
import { Shelf, SHELF_SIZES, ShelfItem } from "@/components/organisms/Shelf";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { useHowMuch } from "./useHowMuch";

/** The titles that took the most time. */
export function MostWatched({ of }: { of: Statistics["mostWatched"] }) {
  const { t } = useTranslation();
  const howMuch = useHowMuch();
  if (of.length === 0) return null;
  return (
    <Shelf name={t("stats.mostWatched")}>
      {of.map((watched) => (
        <ShelfItem key={watched.title.id}>
          <TitleCard title={watched.title} sizes={SHELF_SIZES} />
          <Below>{howMuch(watched)}</Below>
        </ShelfItem>
      ))}
    </Shelf>
  );
}

/** The titles that were rated best. */
export function BestRated({ of }: { of: Statistics["bestRated"] }) {
  const { t } = useTranslation();
  const { rating } = useFormats();
  if (of.length === 0) return null;
  return (
    <Shelf name={t("stats.bestRated")}>
      {of.map(({ title, rating: given }) => (
        <ShelfItem key={title.id}>
          <TitleCard title={title} sizes={SHELF_SIZES} />
          <Below>{t("stats.yourRating", { rating: rating(given) })}</Below>
        </ShelfItem>
      ))}
    </Shelf>
  );
}

/** Who had a part in most of what was watched. */
export function People({ name, of }: { name: string; of: Statistics["directors"] }) {
  const { t } = useTranslation();
  if (of.length === 0) return null;
  return (
    <Shelf name={name}>
      {of.map(({ person, titles }) => (
        <ShelfItem key={person.id}>
          <PersonCard
            id={person.id}
            name={person.name}
            profile={person.profile}
            note={t("stats.titleCount", { count: titles })}
            sizes={SHELF_SIZES}
          />
        </ShelfItem>
      ))}
    </Shelf>
  );
}

function Below({ children }: { children: ReactNode }) {
  return <p className="mt-1 text-2xs font-semibold text-ink">{children}</p>;
}
