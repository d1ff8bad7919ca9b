import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors } from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { useTranslation } from "@/i18n/i18n";
import { moved, shown, type Arranged, type RowChoice } from "./rows";
import { RowItem } from "./RowItem";
import { useAnnouncements } from "./useAnnouncements";

const SLOP = 4; // pixels; less is a click with an unsteady hand

export interface NamedRow extends Arranged {
  name: string;
}

interface Props {
  rows: NamedRow[];
  /** `what` was done, for the eye and for the way back. */
  choose: (choice: RowChoice, what: string) => void;
}

/** The rows of Discover under one another: drag them, or press the arrows; and switch off what is of no interest. */
export default function RowsEditor({ rows, choose }: Props) {
  const { t } = useTranslation();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: SLOP } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const accessibility = useAnnouncements(rows);
  const move = (row: NamedRow | undefined, onto: string | number | undefined) => {
    if (!row || onto === undefined || row.id === onto) return;
    choose(moved(rows, row.id, String(onto)), t("rowChoice.moved", { name: row.name }));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={accessibility}
      onDragEnd={({ active, over }) => {
        move(
          rows.find(({ id }) => id === active.id),
          over?.id,
        );
      }}
    >
      <SortableContext items={rows} strategy={verticalListSortingStrategy}>
        <ol className="divide-y divide-line/70 overflow-hidden rounded-card border border-line bg-surface">
          {rows.map((row, index) => (
            <RowItem
              key={row.id}
              row={row}
              up={
                index > 0
                  ? () => {
                      move(row, rows[index - 1]?.id);
                    }
                  : undefined
              }
              down={
                index < rows.length - 1
                  ? () => {
                      move(row, rows[index + 1]?.id);
                    }
                  : undefined
              }
              show={(show) => {
                choose(shown(rows, row.id, show), t(show ? "rowChoice.shown" : "rowChoice.hidden", { name: row.name }));
              }}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}
