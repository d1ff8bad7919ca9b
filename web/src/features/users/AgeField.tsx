import { SelectField } from "@/components/molecules/SelectField";
import { useTranslation } from "@/i18n/i18n";

const AGES = [0, 6, 7, 10, 12, 13, 14, 15, 16, 17, 18]; // that any of the countries' ratings knows

/** Up to which age rating somebody meets titles. */
export function AgeField({ name, age }: { name: string; age: number | null }) {
  const { t } = useTranslation();
  const known = age === null || AGES.includes(age) ? AGES : [...AGES, age].toSorted((a, b) => a - b);
  return (
    <SelectField name={name} label={t("users.ageCap")} hint={t("users.ageCapHint")} defaultValue={age ?? ""}>
      <option value="">{t("users.noCap")}</option>
      {known.map((years) => (
        <option key={years} value={years}>
          {t("users.upTo", { age: years })}
        </option>
      ))}
    </SelectField>
  );
}
