import type { Person } from "@/api/types";
import { SwitchField } from "@/components/form/SwitchField";
import { NumberField, TextField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";
import { AgeField } from "./AgeField";
import { ROLES } from "./filters";
import { RoleField } from "./RoleField";

const SWITCHES = ["mayRequest", "mayStream", "mayDownload", "mayUpload"] as const;
/** Most of something; left empty it has no limit. */
const QUOTAS = ["movieRequests", "seasonRequests", "requestDays", "downloadGigabytes", "streams"] as const;

/** Name, role, switches, quotas and age cap of somebody; `self`: administrators keep their own role. */
export function PersonFields({ person, self }: { person: Person; self: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <TextField name="displayName" label={t("profile.displayName")} />
      {!self && (
        <>
          <RoleField roles={ROLES} explained={false} />
          <SwitchField name="isActive" label={t("users.active")} hint={t("users.activeHint")} />
        </>
      )}
      <fieldset className="space-y-4">
        <legend className="mb-3 text-sm font-semibold text-muted">{t("users.may")}</legend>
        {SWITCHES.map((name) => (
          <SwitchField key={name} name={name} label={t(`users.switches.${name}`)} />
        ))}
      </fieldset>
      <AgeField name="ageCap" kept={person.ageCap} />
      <SwitchField name="unrated" label={t("users.unrated")} hint={t("users.unratedHint")} />
      <fieldset className="grid grid-cols-2 items-end gap-4">
        <legend className="mb-3 text-sm font-semibold text-muted">{t("users.quota")}</legend>
        {QUOTAS.map((name) => (
          <NumberField key={name} name={`quotas.${name}`} label={t(`users.quotas.${name}`)} placeholder="∞" />
        ))}
      </fieldset>
    </>
  );
}
