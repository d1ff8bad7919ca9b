import { useState } from "react";
import { api, done } from "@/api/client";
import type { Me } from "@/api/types";
import { Form } from "@/components/form/Form";
import { FormComplaint } from "@/components/form/FormComplaint";
import { PasswordField } from "@/components/form/PasswordField";
import { Saved } from "@/components/form/Saved";
import { Submit } from "@/components/form/Submit";
import { Section } from "@/components/molecules/Section";
import { meQuery } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";

/** A new password, or the first one for whoever came from a provider. */
export function PasswordSection({ me }: { me: Me }) {
  const { t } = useTranslation();
  const again = useAgain();
  const [saved, setSaved] = useState(0);
  return (
    <Section title={t("form.password")} hint={t(me.hasPassword ? "password.hint" : "password.none")}>
      <Form
        resets
        aliases={{ current_password: "current", new_password: "password" }}
        deed={async ({ current, password = "" }) => {
          const change = { new_password: password, ...(current && { current_password: current }) };
          await done(api.POST("/api/v1/auth/browser/v1/account/password/change", { body: change }));
          setSaved(Date.now());
          await again(meQuery());
        }}
      >
        <FormComplaint />
        {me.hasPassword && <PasswordField name="current" label={t("password.current")} />}
        <PasswordField chosen label={t("form.newPassword")} />
        <div className="flex items-center gap-4">
          <Submit>{t("password.change")}</Submit>
          <Saved at={saved} />
        </div>
      </Form>
    </Section>
  );
}
