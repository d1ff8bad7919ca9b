import { ChoiceField } from "@/components/form/ChoiceField";
import { useTranslation } from "@/i18n/i18n";

const AGES = [0, 6, 7, 10, 12, 13, 14, 15, 16, 17, 18]; // that any of the countries' ratings knows

/** Up to which age rating somebody meets titles; `kept`: the one that they have, be it unusual. */
export function AgeField({ name, kept }: { name: string; kept: number | null }) {
  const { t } = useTranslation();
  const known = kept === null || AGES.includes(kept) ? AGES : [...AGES, kept].toSorted((a, b) => a - b);
  return (
    <ChoiceField numeric name={name} label={t("users.ageCap")} hint={t("users.ageCapHint")}>
      <option value="">{t("users.noCap")}</option>
      {known.map((years) => (
        <option key={years} value={years}>
          {t("users.upTo", { age: years })}
        </option>
      ))}
    </ChoiceField>
  );
}
