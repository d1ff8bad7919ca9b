import type { Person } from "@/api/types";
import { SwitchField } from "@/components/form/SwitchField";
import { TextField } from "@/components/form/TextField";
import { SelectField } from "@/components/molecules/SelectField";
import { useTranslation } from "@/i18n/i18n";
import { AgeField } from "./AgeField";
import { QUOTAS, SWITCHES } from "./change";
import { ROLES } from "./queries";

/** Name, role, switches, quotas and age cap of somebody; `self`: administrators keep their own role. */
export function PersonFields({ person, self }: { person: Person; self: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <TextField name="displayName" label={t("profile.displayName")} defaultValue={person.displayName} maxLength={80} />
      {self ? (
        <input type="hidden" name="self" value="on" />
      ) : (
        <>
          <SelectField name="role" label={t("users.role")} defaultValue={person.role}>
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {t(`users.roles.${role}`)}
              </option>
            ))}
          </SelectField>
          <SwitchField name="isActive" label={t("users.active")} hint={t("users.activeHint")} on={person.isActive} />
        </>
      )}
      <fieldset className="space-y-4">
        <legend className="mb-3 text-sm font-semibold text-muted">{t("users.may")}</legend>
        {SWITCHES.map((name) => (
          <SwitchField key={name} name={name} label={t(`users.switches.${name}`)} on={person[name]} />
        ))}
      </fieldset>
      <AgeField name="ageCap" age={person.ageCap} />
      <SwitchField name="unrated" label={t("users.unrated")} hint={t("users.unratedHint")} on={person.unrated} />
      <fieldset className="grid grid-cols-2 items-end gap-4">
        <legend className="mb-3 text-sm font-semibold text-muted">{t("users.quota")}</legend>
        {QUOTAS.map((name) => (
          <TextField
            key={name}
            name={name}
            type="number"
            min={name === "requestDays" ? 1 : 0}
            label={t(`users.quotas.${name}`)}
            placeholder="∞"
            defaultValue={person.quotas[name] ?? ""}
          />
        ))}
      </fieldset>
    </>
  );
}
