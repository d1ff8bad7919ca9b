import { useSortable } from "@dnd-kit/sortable";
import { ChevronDown, ChevronUp, Equal } from "lucide-react";
import { useId } from "react";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { Switch } from "@/components/atoms/Switch";
import { useTranslation } from "@/i18n/i18n";
import { cx } from "@/lib/cx";
import type { NamedRow } from "./RowsEditor";

interface Props {
  row: NamedRow;
  /** Absent at the ends. */
  up: (() => void) | undefined;
  down: (() => void) | undefined;
  show: (show: boolean) => void;
}

/** One row: a grip to drag it by, two arrows that need no dragging, and whether it is shown. */
export function RowItem({ row, up, down, show }: Props) {
  const { t } = useTranslation();
  const name = useId();
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: row.id,
  });
  return (
    <li
      ref={setNodeRef}
      style={{ translate: transform ? `0 ${transform.y}px` : undefined, transition }}
      className={cx(
        "flex items-center gap-1 bg-surface py-1.5 ps-1 pe-4",
        isDragging && "relative z-10 bg-raised shadow-lift",
      )}
    >
      <button
        ref={setActivatorNodeRef}
        type="button"
        className={iconButtonStyle("cursor-grab touch-none active:cursor-grabbing")}
        {...attributes}
        {...listeners}
        aria-label={t("rowChoice.drag", { name: row.name })}
      >
        <Equal aria-hidden />
      </button>
      <span id={name} className={cx("min-w-0 flex-1 text-sm font-semibold", row.hidden && "text-faint")}>
        {row.name}
      </span>
      <button
        type="button"
        className={iconButtonStyle()}
        disabled={!up}
        onClick={up}
        aria-label={t("rowChoice.up", { name: row.name })}
      >
        <ChevronUp aria-hidden />
      </button>
      <button
        type="button"
        className={iconButtonStyle("me-2")}
        disabled={!down}
        onClick={down}
        aria-label={t("rowChoice.down", { name: row.name })}
      >
        <ChevronDown aria-hidden />
      </button>
      <Switch
        aria-labelledby={name}
        checked={!row.hidden}
        onChange={(event) => {
          show(event.target.checked);
        }}
      />
    </li>
  );
}
