import { LANGUAGES, useTranslation } from "@/i18n/i18n";
import { ownName } from "@/lib/format";
import { choice } from "@/lib/search";
import { chooseLanguage } from "./locale";

/** What makes a select, however it looks, the choice of the language. */
export function useLanguageSelect() {
  const { language } = useTranslation();
  return {
    value: language,
    onChange: (event: { target: HTMLSelectElement }) => {
      const chosen = choice(event.target.value, LANGUAGES);
      if (chosen) void chooseLanguage(chosen);
    },
    children: LANGUAGES.map((code) => (
      <option key={code} value={code} lang={code}>
        {ownName(code)}
      </option>
    )),
  };
}
