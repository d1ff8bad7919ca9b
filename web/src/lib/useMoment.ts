import { useMemo } from "react";
import { useTranslation } from "@/i18n/i18n";
import { locale } from "@/i18n/languages";

/** Says when something was: day and time, in the reader's language and time zone. */
export function useMoment(): (iso: string) => string {
  const { language } = useTranslation();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale(language), { dateStyle: "medium", timeStyle: "short" });
    return (iso) => format.format(new Date(iso));
  }, [language]);
}
