import { useQuery } from "@tanstack/react-query";
import { TitleCard } from "@/components/molecules/TitleCard";
import { Shelf, SHELF_SIZES, ShelfItem } from "@/components/organisms/Shelf";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { plannedQuery } from "./queries";

/** What one plans to watch, where one plans anything. */
export function PlannedShelf() {
  const { t } = useTranslation();
  const { data } = useQuery(plannedQuery(useLocale()));
  if (!data || data.items.length === 0) return null;
  return (
    <Shelf name={t("history.planned")}>
      {data.items.map(({ title }) => (
        <ShelfItem key={title.id}>
          <TitleCard title={title} sizes={SHELF_SIZES} />
        </ShelfItem>
      ))}
    </Shelf>
  );
}
