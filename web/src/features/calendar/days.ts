import type { TitleCard } from "@/api/types";
import type { Calendar, CalendarItem } from "./queries";

export interface Told extends CalendarItem {
  title: TitleCard;
}

/** What is told of each day, with its title. */
export function byDay({ items, titles }: Calendar): Map<string, Told[]> {
  const cards = new Map(titles.map((title) => [title.id, title]));
  const days = new Map<string, Told[]>();
  for (const item of items) {
    const title = cards.get(item.titleId);
    if (title) days.set(item.on, [...(days.get(item.on) ?? []), { ...item, title }]);
  }
  return days;
}

export function keyOf({ titleId, episode }: CalendarItem): string {
  return `${titleId}-${episode?.id ?? "film"}`;
}
