import { useSuspenseQueries } from "@tanstack/react-query";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { genresQuery, listsQuery } from "@/features/discover/queries";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { BECAUSE, FOR_YOU, UP_NEXT } from "./own";
import { readRows } from "./rows";
import RowsEditor from "./RowsEditor";
import { useRowChoice } from "./useRowChoice";
import { GENRES, useRows } from "./useRows";

/** Where somebody says how they want Discover; each change can be taken back. */
export default function RowsSection() {
  const { t } = useTranslation();
  const locale = useLocale();
  const [{ data: lists }, { data: genres }] = useSuspenseQueries({
    queries: [listsQuery(locale), genresQuery(locale)],
  });
  const names = new Map(lists.items.map(({ slug, name }) => [slug, name]))
    .set(GENRES, t("discover.genres"))
    .set(UP_NEXT, t("rowChoice.upNext"))
    .set(FOR_YOU, t("rowChoice.forYou"))
    .set(BECAUSE, t("rowChoice.because"));
  const rows = useRows(lists.items, genres).map((row) => ({ ...row, name: names.get(row.id) ?? "" }));
  const [choice, choose] = useRowChoice();
  return (
    <>
      <RowsEditor rows={rows} choose={choose} />
      {(choice.order.length > 0 || choice.hidden.length > 0) && (
        <button
          type="button"
          className={buttonStyle("bare", "mt-3 -ms-4 px-4")}
          onClick={() => {
            choose(readRows(null), t("rowChoice.wasReset"));
          }}
        >
          {t("rowChoice.reset")}
        </button>
      )}
    </>
  );
}
