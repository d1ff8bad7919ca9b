import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useFormState } from "react-hook-form";
import { useTranslation } from "@/i18n/i18n";
import { Submit } from "./Submit";

interface Props {
  look?: Parameters<typeof Submit>[0]["look"];
  /** Does something else than keep what was changed. */
  children?: ReactNode;
}

/** Keeps what was changed, once something is, and says when it is kept. */
export function Save({ look, children }: Props) {
  const { t } = useTranslation();
  const { isDirty, isSubmitSuccessful, submitCount } = useFormState();
  return (
    <div className="flex items-center gap-4">
      <Submit look={look} idle={!isDirty}>
        {children ?? t("form.save")}
      </Submit>
      <span role="status" className="text-sm text-good">
        {isSubmitSuccessful && !isDirty && (
          <span key={submitCount} className="inline-flex animate-appear items-center gap-1.5">
            <Check aria-hidden className="size-4" />
            {t("form.saved")}
          </span>
        )}
      </span>
    </div>
  );
}
