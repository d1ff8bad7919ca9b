import type { Announcements, ScreenReaderInstructions, UniqueIdentifier } from "@dnd-kit/core";
import { useTranslation } from "@/i18n/i18n";
import type { Placed } from "./order";

interface Said {
  announcements: Announcements;
  screenReaderInstructions: ScreenReaderInstructions;
}

/** What a screen reader says while a title is dragged. */
export function useDragWords(items: Placed[]): Said {
  const { t } = useTranslation();
  const placeOf = (id: UniqueIdentifier) => items.findIndex(({ title }) => title.id === id);
  const about = (id: UniqueIdentifier, over?: UniqueIdentifier) => ({
    name: items[placeOf(id)]?.title.title ?? "",
    place: placeOf(over ?? id) + 1,
    count: items.length,
  });
  return {
    screenReaderInstructions: { draggable: t("lists.dragging.instructions") },
    announcements: {
      onDragStart: ({ active }) => t("lists.dragging.lifted", about(active.id)),
      onDragOver: ({ active, over }) => t("lists.dragging.over", about(active.id, over?.id)),
      onDragEnd: ({ active, over }) => t("lists.dragging.dropped", about(active.id, over?.id)),
      onDragCancel: ({ active }) => t("lists.dragging.cancelled", about(active.id)),
    },
  };
}
