import { SelectField } from "@/components/molecules/SelectField";
import { LANGUAGES, useTranslation } from "@/i18n/i18n";
import { ownName } from "@/lib/format";
import { choice } from "@/lib/search";
import { chooseLanguage, useLocale } from "./locale";

export function LanguageField() {
  const { t } = useTranslation();
  const { language } = useLocale();
  return (
    <SelectField
      label={t("settings.language")}
      hint={t("settings.languageHint")}
      value={language}
      onChange={(event) => {
        const chosen = choice(event.target.value, LANGUAGES);
        if (chosen) void chooseLanguage(chosen);
      }}
    >
      {LANGUAGES.map((code) => (
        <option key={code} value={code} lang={code}>
          {ownName(code)}
        </option>
      ))}
    </SelectField>
  );
}
