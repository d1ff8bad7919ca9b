import { KeyRound } from "lucide-react";
import { api } from "@/api/client";
import { CodeField } from "@/components/form/CodeField";
import { Form } from "@/components/form/Form";
import { FormComplaint } from "@/components/form/FormComplaint";
import { PasswordField } from "@/components/form/PasswordField";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";
import { AdmissionPage } from "./AdmissionPage";
import { BackToSignIn } from "./BackToSignIn";
import { useSteps } from "./useSteps";

/** Who forgot their password gets a code by e-mail. */
export function AskResetPage() {
  const { t } = useTranslation();
  const { take } = useSteps();
  return (
    <AdmissionPage icon={KeyRound} title={t("reset.title")} intro={t("reset.intro")}>
      <Form
        deed={({ email = "" }) =>
          take(api.POST("/api/v1/auth/browser/v1/auth/password/request", { body: { email: email.trim() } }))
        }
      >
        <FormComplaint />
        <PlainField name="email" type="email" label={t("form.email")} required autoComplete="email" />
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
        aliases={{ key: "code" }}
        deed={({ code = "", password = "" }) =>
          take(api.POST("/api/v1/auth/browser/v1/auth/password/reset", { body: { key: code.trim(), password } }))
        }
      >
        <FormComplaint />
        <CodeField label={t("code.label")} hint={t("code.hint")} />
        <PasswordField label={t("form.newPassword")} chosen />
        <Submit className="w-full">{t("reset.submit")}</Submit>
      </Form>
      <BackToSignIn />
    </AdmissionPage>
  );
}
