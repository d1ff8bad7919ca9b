import { Check } from "lucide-react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";
import { SeenBar } from "./SeenBar";

interface Props {
  seen: number;
  of: number;
  /** Undefined as long as it is not known what is seen. */
  markAll: (() => void) | undefined;
  unmarkAll: () => void;
}

/** How much of a season is seen, and all of it at once. */
export function SeasonHead({ seen, of, markAll, unmarkAll }: Props) {
  const { t } = useTranslation();
  return (
    <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
      <SeenBar seen={seen} of={of} />
      {seen < of ? (
        <button type="button" disabled={!markAll} className={buttonStyle("soft")} onClick={markAll}>
          <Check aria-hidden />
          {t("history.markSeason")}
        </button>
      ) : (
        <button type="button" className={buttonStyle("bare")} onClick={unmarkAll}>
          {t("history.unmarkSeason")}
        </button>
      )}
    </div>
  );
}
