import { lazy, type MouseEvent } from "react";
import { pop } from "@/features/opinions/pop";
import { useOpinion } from "@/features/opinions/marks";
import { useOpinionDeeds } from "@/features/opinions/useOpinionDeeds";
import { learn, useTranslation } from "@/i18n/i18n";
import type { Carded } from "@/lib/cardCorner";
import { formats } from "@/lib/format";
import { showOver } from "./over";

/** The menu, with the words of its entries that the cards do without. */
export async function fetchMenu() {
  const [menu] = await Promise.all([import("./TitleMenu"), learn("history")]);
  return menu;
}

const TitleMenu = lazy(fetchMenu);

/**
 * On a card: that it is watched, the heart, which stays where something is loved and else comes with the pointer or the focus, one's own
 * rating, and the way to everything else. Two elements, for there are hundreds of cards; the keys for them are useCardKeys'.
 */
export function CardButtons({ title }: { title: Carded }) {
  const { t } = useTranslation();
  const { favorite, rating, dismissed, status } = useOpinion(title.id);
  const deeds = useOpinionDeeds();
  const name = { title: title.title };
  const love = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    if (!favorite) pop(currentTarget);
    void deeds.love(title, !favorite);
  };
  return (
    <>
      {dismissed && <span className="card-veil" />}
      {status === "watched" && <span role="img" aria-label={t("opinion.seen")} className="card-seen" />}
      {rating !== null && <OwnRating rating={rating} />}
      <button
        type="button"
        tabIndex={-1}
        data-love
        aria-pressed={favorite}
        aria-label={t("opinion.love", name)}
        className="card-heart"
        onClick={love}
      />
      <button
        type="button"
        tabIndex={-1}
        data-more
        aria-haspopup="menu"
        aria-label={t("opinion.more", name)}
        className="card-more"
        onClick={({ currentTarget }) => {
          showOver({ title, from: currentTarget, Shown: TitleMenu });
        }}
      />
    </>
  );
}

function OwnRating({ rating }: { rating: number }) {
  const { t, language } = useTranslation();
  const words = formats(language).number(rating);
  return (
    <span role="img" aria-label={t("opinion.yours", { rating: words })} className="card-rating">
      {words}
    </span>
  );
}
