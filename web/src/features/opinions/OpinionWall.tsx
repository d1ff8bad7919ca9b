import { Link } from "@tanstack/react-router";
import { NotebookPen } from "lucide-react";
import type { OpinionItem, OpinionPage } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Message } from "@/components/molecules/Message";
import { TitleCard } from "@/components/molecules/TitleCard";
import { MoreOfIt } from "@/features/browse/MoreOfIt";
import { GRID_SIZES, PosterGrid } from "@/features/browse/PosterGrid";
import { showOver } from "@/features/cards/over";
import { useTranslation } from "@/i18n/i18n";
import type { Carded } from "@/lib/cardCorner";
import type { Endless } from "@/lib/endless";
import { NotesDialog } from "./entries";
import { narrows, type OpinionFilters, type Shelf } from "./filters";
import { useOpinion } from "./marks";

interface Props {
  shelf: Shelf;
  filters: OpinionFilters;
  items: OpinionItem[];
  query: Endless<OpinionPage>;
  clear: (filters: OpinionFilters) => void;
}

const identify = ({ title }: OpinionItem) => String(title.id);
const show = ({ title }: OpinionItem, eager: boolean) => (
  <div className="relative">
    <TitleCard title={title} sizes={GRID_SIZES} eager={eager} />
    <NotesMark title={title} />
  </div>
);

/** The titles of one list, more of them as one scrolls; and what to do when there are none. */
export function OpinionWall({ shelf, filters, items, query, clear }: Props) {
  if (items.length === 0 && !query.hasNextPage) {
    return narrows(filters) ? <NoneFound clear={() => { clear({}); }} /> : <Nothing shelf={shelf} />; // prettier-ignore
  }
  return (
    <>
      <PosterGrid items={items} identity={identify} show={show} />
      <MoreOfIt query={query} />
    </>
  );
}

/** That there are notes on it; pressed, it shows them. */
function NotesMark({ title }: { title: Carded }) {
  const { t } = useTranslation();
  const { notes } = useOpinion(title.id);
  if (!notes) return null;
  return (
    <button
      type="button"
      aria-label={t("favorites.showNotes", { title: title.title })}
      aria-haspopup="dialog"
      className="absolute end-0 bottom-13 flex size-8 items-center justify-center rounded-full text-muted hover:text-accent pointer-coarse:-end-1.5 pointer-coarse:bottom-11.5 pointer-coarse:size-11"
      onClick={({ currentTarget }) => {
        showOver({ title, from: currentTarget, Shown: NotesDialog });
      }}
    >
      <NotebookPen aria-hidden className="size-6 rounded-full border border-line bg-raised p-1" />
    </button>
  );
}

function NoneFound({ clear }: { clear: () => void }) {
  const { t } = useTranslation();
  return (
    <Message sign="0" title={t("favorites.noneFound")} detail={t("favorites.noneFoundHint")} level={2}>
      <button type="button" className={buttonStyle("solid")} onClick={clear}>
        {t("browse.clear")}
      </button>
    </Message>
  );
}

const EMPTY = {
  favorites: ["♥", "favorites.noFavorites", "favorites.noFavoritesHint"],
  ratings: ["★", "favorites.noRatings", "favorites.noRatingsHint"],
  dismissals: ["∞", "favorites.noDismissals", "favorites.noDismissalsHint"],
} as const;

function Nothing({ shelf }: { shelf: Shelf }) {
  const { t } = useTranslation();
  const [sign, title, detail] = EMPTY[shelf];
  return (
    <Message sign={sign} title={t(title)} detail={t(detail)} level={2}>
      <Link to="/" className={buttonStyle("solid")}>
        {t("favorites.discover")}
      </Link>
    </Message>
  );
}
