import type { Role } from "@/api/types";
import { ChoiceField } from "@/components/form/ChoiceField";
import { useTranslation } from "@/i18n/i18n";

/** What somebody is to be, of the roles that are offered. */
export function RoleField({ roles, explained = true }: { roles: readonly Role[]; explained?: boolean }) {
  const { t } = useTranslation();
  return (
    <ChoiceField name="role" label={t("users.role")} hint={explained ? t("users.roleHint") : undefined}>
      {roles.map((role) => (
        <option key={role} value={role}>
          {t(`users.roles.${role}`)}
        </option>
      ))}
    </ChoiceField>
  );
}
