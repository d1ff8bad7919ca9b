import type { GenreItem, ListCard } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";
import { arrange } from "./rows";
import type { NamedRow } from "./RowsEditor";
import { useRowChoice } from "./useRowChoice";

/** The row of Discover that is no list. */
export const GENRES = "genres";

/** All rows of Discover in the order that whoever looks wants them, with those that they do not want to see. */
export function useRows(lists: ListCard[], genres: GenreItem[]): NamedRow[] {
  const { t } = useTranslation();
  const [choice] = useRowChoice();
  const names = new Map(lists.filter(({ items }) => items.length > 0).map(({ slug, name }) => [slug, name]));
  const there = [...(genres.length > 0 ? [GENRES] : []), ...names.keys()];
  return arrange(there, choice).map((row) => ({ ...row, name: names.get(row.id) ?? t("discover.genres") }));
}
