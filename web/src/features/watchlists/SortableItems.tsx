import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors } from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { useListDeeds } from "./useListDeeds";
import { SortableItem } from "./SortableItem";
import { useDragWords } from "./useDragWords";
import type { Placed } from "./order";

const SLOP = 4; // pixels; less is a click with an unsteady hand

interface Props {
  id: number;
  items: Placed[];
}

/** The titles of a list for those who may change it: drag them or press the arrows, note something, take one out. */
export function SortableItems({ id, items }: Props) {
  const deeds = useListDeeds(id);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: SLOP } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const accessibility = useDragWords(items);
  const placeOf = (titleId: unknown) => items.findIndex(({ title }) => title.id === titleId);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={accessibility}
      onDragEnd={({ active, over }) => {
        if (over) deeds.move(items, placeOf(active.id), placeOf(over.id));
      }}
    >
      <SortableContext items={items.map(({ title }) => title.id)} strategy={verticalListSortingStrategy}>
        <ol className="divide-y divide-line/70 overflow-hidden rounded-card border border-line bg-surface">
          {items.map((item, index) => (
            <SortableItem
              key={item.title.id}
              item={item}
              place={index + 1}
              deeds={deeds}
              up={
                index > 0
                  ? () => {
                      deeds.move(items, index, index - 1);
                    }
                  : undefined
              }
              down={
                index < items.length - 1
                  ? () => {
                      deeds.move(items, index, index + 1);
                    }
                  : undefined
              }
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}
