import * as z from "zod/mini";
import { zAuthChangePassword, zNewPassword } from "@/api/bodies/zod.gen";
import { api, done } from "@/api/client";
import type { Me } from "@/api/types";
import { filled } from "@/components/form/checks";
import { Form } from "@/components/form/Form";
import { PasswordField } from "@/components/form/PasswordField";
import { Save } from "@/components/form/Save";
import { Section } from "@/components/molecules/Section";
import { meQuery } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";

const first = z.extend(zAuthChangePassword, { new_password: zNewPassword.shape.password });
const next = z.extend(first, { current_password: filled });

/** A new password, or the first one for whoever came from a provider. */
export function PasswordSection({ me }: { me: Me }) {
  const { t } = useTranslation();
  const again = useAgain();
  return (
    <Section title={t("form.password")} hint={t(me.hasPassword ? "password.hint" : "password.none")}>
      <Form
        resets
        schema={me.hasPassword ? next : first}
        deed={async (change) => {
          await done(api.POST("/api/v1/auth/browser/v1/account/password/change", { body: change }));
          await again(meQuery());
        }}
      >
        {me.hasPassword && <PasswordField name="current_password" label={t("password.current")} />}
        <PasswordField chosen name="new_password" label={t("form.newPassword")} />
        <Save>{t("password.change")}</Save>
      </Form>
    </Section>
  );
}
