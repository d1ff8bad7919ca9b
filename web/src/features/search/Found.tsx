import { useTranslation } from "@/i18n/i18n";

const COUNTED = 1000; // the server counts no further

interface Props {
  q: string;
  /** What was looked for instead. */
  corrected: string | null;
  total: number;
}

/** How much was found, and for what, where that is not what was typed. */
export function Found({ q, corrected, total }: Props) {
  const { t } = useTranslation();
  return (
    <div role="status" className="mt-4 mb-6 text-sm text-muted">
      {corrected && (
        <p className="mb-1 text-base">
          <strong className="font-semibold text-ink">{t("search.showing", { query: corrected })}</strong>{" "}
          {t("search.typed", { query: q })}
        </p>
      )}
      <p>{t(total >= COUNTED ? "search.foundMany" : "search.found", { count: total })}</p>
    </div>
  );
}
