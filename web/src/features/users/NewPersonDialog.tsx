import { api, body } from "@/api/client";
import type { Role } from "@/api/types";
import { Form } from "@/components/form/Form";
import { FormComplaint } from "@/components/form/FormComplaint";
import { PasswordField } from "@/components/form/PasswordField";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { Modal } from "@/components/organisms/Modal";
import { SelectField } from "@/components/molecules/SelectField";
import { useTranslation } from "@/i18n/i18n";
import { choice } from "@/lib/search";
import { useAgain } from "@/lib/useAgain";
import { EVERYBODY, ROLES } from "./queries";

/** Makes an account for somebody. */
export function NewPersonDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const again = useAgain();
  return (
    <Modal title={t("users.make")} detail={t("users.makeHint")} close={close}>
      <Form
        deed={async ({ username = "", email = "", password = "", role }) => {
          const person = { username: username.trim(), email: email.trim(), password };
          await body(api.POST("/api/v1/users", { body: { ...person, role: choice(role, ROLES) ?? "member" } }));
          close();
          await again(EVERYBODY);
        }}
      >
        <FormComplaint />
        <PlainField name="username" label={t("form.username")} required autoComplete="off" maxLength={64} />
        <PlainField name="email" type="email" label={t("form.email")} required autoComplete="off" />
        <PasswordField chosen />
        <RoleField />
        <Submit className="w-full">{t("users.make")}</Submit>
      </Form>
    </Modal>
  );
}

export function RoleField({ roles = ROLES }: { roles?: readonly Role[] }) {
  const { t } = useTranslation();
  return (
    <SelectField name="role" label={t("users.role")} hint={t("users.roleHint")} defaultValue="member">
      {roles.map((role) => (
        <option key={role} value={role}>
          {t(`users.roles.${role}`)}
        </option>
      ))}
    </SelectField>
  );
}
