import { Check } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";

/** Says that it was kept; `at` is when, 0 for not yet. */
export function Saved({ at }: { at: number }) {
  const { t } = useTranslation();
  return (
    <span role="status" className="text-sm text-good">
      {at > 0 && (
        <span key={at} className="inline-flex animate-appear items-center gap-1.5">
          <Check aria-hidden className="size-4" />
          {t("form.saved")}
        </span>
      )}
    </span>
  );
}
