import { useQuery } from "@tanstack/react-query";
import { EyeOff, Heart, NotebookPen } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { showOver } from "@/features/cards/over";
import { useTranslation } from "@/i18n/i18n";
import type { Carded } from "@/lib/cardCorner";
import { cx } from "@/lib/cx";
import { NotesDialog } from "./entries";
import { useOpinion } from "./marks";
import { pop } from "./pop";
import { opinionQuery } from "./queries";
import { RatingControl } from "./RatingControl";
import { useOpinionDeeds } from "./useOpinionDeeds";

/** On a title's page: love it, rate it, write it down, or want to see no more of it. */
export default function TitleOpinion({ title }: { title: Carded }) {
  const { t } = useTranslation();
  useQuery(opinionQuery(title)); // what it answers, the cards know, too
  const { favorite, rating, dismissed, notes } = useOpinion(title.id);
  const deeds = useOpinionDeeds();
  const love = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const heart = currentTarget.querySelector("svg");
    if (heart && !favorite) pop(heart);
    void deeds.love(title, !favorite);
  };
  const openNotes = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    showOver({ title, from: currentTarget, Shown: NotesDialog });
  };
  return (
    <>
      <button type="button" aria-pressed={favorite} className={buttonStyle("soft")} onClick={love}>
        <Heart aria-hidden className={cx(favorite && "fill-current text-accent")} />
        {t("opinion.favorite")}
      </button>
      <RoundButton label={t("opinion.notes")} on={Boolean(notes)} act={openNotes} popup>
        <NotebookPen aria-hidden />
      </RoundButton>
      <RoundButton
        label={t("opinion.notForMe")}
        on={dismissed}
        toggles
        act={() => void deeds.dismiss(title, !dismissed)}
      >
        <EyeOff aria-hidden />
      </RoundButton>
      <RatingControl
        value={rating}
        rate={(next) => void deeds.rate(title, next)}
        label={t("opinion.rating")}
        className="basis-full"
      />
      {notes && (
        <button
          type="button"
          className="line-clamp-3 max-w-prose basis-full rounded-mark border-s-2 border-accent ps-3 text-start text-sm whitespace-pre-line text-muted hover:text-ink"
          onClick={openNotes}
        >
          <span className="sr-only">{t("opinion.notes")}: </span>
          <span dir="auto">{notes}</span>
        </button>
      )}
    </>
  );
}

interface RoundProps {
  label: string;
  on: boolean;
  /** Whether it is so or not, rather than something that opens. */
  toggles?: boolean;
  popup?: boolean;
  act: (event: MouseEvent<HTMLElement>) => void;
  children: ReactNode;
}

function RoundButton({ label, on, toggles, popup, act, children }: RoundProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-pressed={toggles && on}
      aria-haspopup={popup && "dialog"}
      className={buttonStyle("soft", cx("size-11 px-0!", on && "text-accent!"))}
      onClick={act}
    >
      {children}
    </button>
  );
}
