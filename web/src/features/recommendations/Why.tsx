import type { Reason, Recommended } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { reasonWords } from "./reason";

interface Props {
  of: Reason | Recommended["reason"];
  /** Because of which title that one knows. */
  because?: string;
}

/** Under a card: why it is there. */
export function Why({ of, because }: Props) {
  const { t } = useTranslation();
  const { list } = useFormats();
  return (
    <p className="mt-1 border-s-2 border-line ps-2 text-2xs text-muted">
      {because && <span className="line-clamp-3 text-ink">{t("reason.because", { title: because })}</span>}
      <span className="line-clamp-2">{reasonWords(of, t, list)}</span>
    </p>
  );
}
