import { SelectField } from "@/components/molecules/SelectField";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { chooseRegion, useRegionChoice } from "./locale";
import { REGIONS } from "./regions";

export function RegionField() {
  const { t, language } = useTranslation();
  const { region } = useFormats();
  const chosen = useRegionChoice();
  const named = REGIONS.map((code) => ({ code, name: region(code) })).toSorted((a, b) =>
    a.name.localeCompare(b.name, language),
  );
  return (
    <SelectField
      label={t("settings.region")}
      hint={t("settings.regionHint")}
      value={chosen}
      onChange={(event) => {
        chooseRegion(event.target.value);
      }}
    >
      <option value="">{t("settings.automatic")}</option>
      {named.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
