import { useTranslation } from "@/i18n/i18n";
import { Select } from "@/components/Select";
import { LANGUAGES } from "@/i18n/i18n";
import { formats } from "@/lib/format";
import { choice } from "@/lib/search";
import { chooseLanguage, useLocale } from "./locale";

export function LanguageField() {
  const { t } = useTranslation();
  const { language } = useLocale();
  return (
    <label>
      <span className="mb-1.5 block text-sm font-semibold">{t("settings.language")}</span>
      <Select
        className="w-full"
        value={language}
        onChange={(event) => {
          const chosen = choice(event.target.value, LANGUAGES);
          if (chosen) void chooseLanguage(chosen);
        }}
      >
        {LANGUAGES.map((code) => (
          <option key={code} value={code} lang={code}>
            {formats(code).language(code)}
          </option>
        ))}
      </Select>
      <span className="mt-2 block text-2xs text-muted">{t("settings.languageHint")}</span>
    </label>
  );
}
