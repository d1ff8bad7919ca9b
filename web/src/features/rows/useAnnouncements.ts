import type { Announcements, ScreenReaderInstructions, UniqueIdentifier } from "@dnd-kit/core";
import { useTranslation } from "@/i18n/i18n";
import type { NamedRow } from "./RowsEditor";

interface Said {
  announcements: Announcements;
  screenReaderInstructions: ScreenReaderInstructions;
}

/** What a screen reader says while a row is dragged. */
export function useAnnouncements(rows: NamedRow[]): Said {
  const { t } = useTranslation();
  const about = (id: UniqueIdentifier, over?: UniqueIdentifier) => ({
    name: rows.find((row) => row.id === id)?.name ?? "",
    place: rows.findIndex((row) => row.id === (over ?? id)) + 1,
    count: rows.length,
  });
  return {
    screenReaderInstructions: { draggable: t("rowChoice.instructions") },
    announcements: {
      onDragStart: ({ active }) => t("rowChoice.lifted", about(active.id)),
      onDragOver: ({ active, over }) => t("rowChoice.over", about(active.id, over?.id)),
      onDragEnd: ({ active, over }) => t("rowChoice.dropped", about(active.id, over?.id)),
      onDragCancel: ({ active }) => t("rowChoice.cancelled", about(active.id)),
    },
  };
}
