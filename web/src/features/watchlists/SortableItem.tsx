import { useSortable } from "@dnd-kit/sortable";
import { ArrowDown, ArrowUp, GripVertical, StickyNote, Trash2 } from "lucide-react";
import { useState } from "react";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";
import { cx } from "@/lib/cx";
import { ItemLine } from "./ItemLine";
import { NoteDialog } from "./NoteDialog";
import type { ListDeeds } from "./useListDeeds";
import type { Placed } from "./order";

interface Props {
  item: Placed;
  /** Counted from 1. */
  place: number;
  deeds: ListDeeds;
  /** Absent at the ends. */
  up: (() => void) | undefined;
  down: (() => void) | undefined;
}

/** One title: a grip to drag it by, two arrows that need no dragging, its note, and the way out. */
export function SortableItem({ item, place, deeds, up, down }: Props) {
  const { t } = useTranslation();
  const [noting, setNoting] = useState(false);
  const name = item.title.title;
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: item.title.id,
  });
  return (
    <li
      ref={setNodeRef}
      style={{ translate: transform ? `0 ${transform.y}px` : undefined, transition }}
      className={cx(
        "flex items-start gap-2 bg-surface py-3 ps-1 pe-2 max-sm:flex-wrap",
        isDragging && "relative z-10 bg-raised shadow-lift",
      )}
    >
      <button
        ref={setActivatorNodeRef}
        type="button"
        className={iconButtonStyle("cursor-grab touch-none active:cursor-grabbing")}
        {...attributes}
        {...listeners}
        aria-label={t("lists.drag", { name })}
      >
        <GripVertical aria-hidden />
      </button>
      <ItemLine item={item} place={place} />
      <div className="flex shrink-0 max-sm:w-full max-sm:justify-end">
        <button
          type="button"
          className={iconButtonStyle()}
          aria-label={t("lists.noteOn", { name })}
          onClick={() => {
            setNoting(true);
          }}
        >
          <StickyNote aria-hidden className={item.note && "text-accent"} />
        </button>
        <button
          type="button"
          className={iconButtonStyle()}
          disabled={!up}
          onClick={up}
          aria-label={t("lists.up", { name })}
        >
          <ArrowUp aria-hidden />
        </button>
        <button
          type="button"
          className={iconButtonStyle()}
          disabled={!down}
          onClick={down}
          aria-label={t("lists.down", { name })}
        >
          <ArrowDown aria-hidden />
        </button>
        <button
          type="button"
          className={iconButtonStyle()}
          aria-label={t("rows.removeThis", { name })}
          onClick={() => {
            deeds.remove(item);
          }}
        >
          <Trash2 aria-hidden />
        </button>
      </div>
      {noting && (
        <NoteDialog
          item={item}
          annotate={deeds.annotate}
          close={() => {
            setNoting(false);
          }}
        />
      )}
    </li>
  );
}
