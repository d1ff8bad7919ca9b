import { SelectField } from "@/components/molecules/SelectField";
import { useTranslation } from "@/i18n/i18n";
import { useLanguageSelect } from "./useLanguageSelect";

export function LanguageField() {
  const { t } = useTranslation();
  const select = useLanguageSelect();
  return <SelectField label={t("settings.language")} hint={t("settings.languageHint")} {...select} />;
}
