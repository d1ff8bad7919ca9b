import { KeyRound } from "lucide-react";
import * as z from "zod/mini";
import { zAuthRequestPassword, zNewPassword } from "@/api/bodies/zod.gen";
import { api } from "@/api/client";
import { emailAddress, filled } from "@/components/form/checks";
import { CodeField } from "@/components/form/CodeField";
import { Form } from "@/components/form/Form";
import { PasswordField } from "@/components/form/PasswordField";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";
import { AdmissionPage } from "./AdmissionPage";
import { BackToSignIn } from "./BackToSignIn";
import { useSteps } from "./useSteps";

const ask = z.extend(zAuthRequestPassword, { email: emailAddress });
const renew = z.extend(zNewPassword, { code: filled });

/** Who forgot their password gets a code by e-mail. */
export function AskResetPage() {
  const { t } = useTranslation();
  const { take } = useSteps();
  return (
    <AdmissionPage icon={KeyRound} title={t("reset.title")} intro={t("reset.intro")}>
      <Form schema={ask} deed={(body) => take(api.POST("/api/v1/auth/browser/v1/auth/password/request", { body }))}>
        <PlainField name="email" type="email" label={t("form.email")} autoComplete="email" />
        <Submit className="w-full">{t("loginCode.send")}</Submit>
      </Form>
      <BackToSignIn />
    </AdmissionPage>
  );
}

/** Whoever has the code chooses a new one. */
export function NewPasswordPage() {
  const { t } = useTranslation();
  const { take } = useSteps();
  return (
    <AdmissionPage icon={KeyRound} title={t("reset.title")} intro={t("reset.codeIntro")}>
      <Form
        schema={renew}
        aliases={{ key: "code" }}
        deed={({ code, password }) =>
          take(api.POST("/api/v1/auth/browser/v1/auth/password/reset", { body: { key: code, password } }))
        }
      >
        <CodeField label={t("code.label")} hint={t("code.hint")} />
        <PasswordField label={t("form.newPassword")} chosen />
        <Submit className="w-full">{t("reset.submit")}</Submit>
      </Form>
      <BackToSignIn />
    </AdmissionPage>
  );
}
