import { useSuspenseQueries } from "@tanstack/react-query";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { genresQuery, listsQuery } from "@/features/discover/queries";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { readRows } from "./rows";
import RowsEditor from "./RowsEditor";
import { useRowChoice } from "./useRowChoice";
import { useRows } from "./useRows";

/** Where somebody says how they want Discover; each change can be taken back. */
export default function RowsSection() {
  const { t } = useTranslation();
  const locale = useLocale();
  const [{ data: lists }, { data: genres }] = useSuspenseQueries({
    queries: [listsQuery(locale), genresQuery(locale)],
  });
  const rows = useRows(lists.items, genres);
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
