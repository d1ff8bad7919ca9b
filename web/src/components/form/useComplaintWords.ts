import { useTranslation } from "@/i18n/i18n";
import type { Complaint } from "./errors";

/** Says a complaint in the person's language where its code is known, else in the words that came with it. */
export function useComplaintWords(): (complaint: Complaint) => string {
  const { t, has } = useTranslation();
  return ({ code, message, values }) => {
    const key = `form.errors.${code}`;
    return has(key) ? t(key, values) : message || t("form.errors.unexpected");
  };
}
