import { Sparkles } from "lucide-react";
import { api, body } from "@/api/client";
import type { output } from "zod/mini";
import { Form } from "@/components/form/Form";
import { PasswordField } from "@/components/form/PasswordField";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { currentLocale } from "@/features/locale/locale";
import { StepPage } from "@/features/setup/StepPage";
import { useTranslation } from "@/i18n/i18n";
import { AdmissionPage } from "./AdmissionPage";
import { BackToSignIn } from "./BackToSignIn";
import { newcomer } from "./newcomer";
import { NewNameField } from "./NewNameField";
import { useSteps } from "./useSteps";

/** Makes the first administrator; `token` comes with the link that the server printed. */
export function SetupPage({ token }: { token: string }) {
  const { t } = useTranslation();
  const { enter } = useSteps();
  const setUp = async (person: output<typeof newcomer>) => {
    await body(api.POST("/api/v1/setup", { body: { token, ...person, ...currentLocale() } }));
    await enter("/setup?step=language");
  };
  return (
    <StepPage step="administrator" title={t("setup.title")} intro={t("setup.intro")}>
      <Form schema={newcomer} deed={setUp}>
        <NewNameField />
        <PlainField name="email" type="email" label={t("form.email")} autoComplete="email" />
        <PasswordField chosen />
        <Submit className="w-full">{t("firstRun.next")}</Submit>
      </Form>
    </StepPage>
  );
}

/** What is said without a link that works: where that link is, or that none is needed any more. */
export function NoSetupPage({ needed }: { needed: boolean }) {
  const { t } = useTranslation();
  return (
    <AdmissionPage icon={Sparkles} title={t("setup.title")} intro={t(needed ? "setup.linkMissing" : "setup.notNeeded")}>
      {!needed && <BackToSignIn />}
    </AdmissionPage>
  );
}
