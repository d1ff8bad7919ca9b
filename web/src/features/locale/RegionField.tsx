import { useTranslation } from "@/i18n/i18n";
import { Select } from "@/components/Select";
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
    <label>
      <span className="mb-1.5 block text-sm font-semibold">{t("settings.region")}</span>
      <Select
        className="w-full"
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
      </Select>
      <span className="mt-2 block text-2xs text-muted">{t("settings.regionHint")}</span>
    </label>
  );
}
