import { MailQuestion } from "lucide-react";
import * as z from "zod/mini";
import { api } from "@/api/client";
import { filled } from "@/components/form/checks";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";
import { AdmissionPage } from "./AdmissionPage";
import { BackToSignIn } from "./BackToSignIn";
import { identityOf } from "./identity";
import { useSteps } from "./useSteps";

const somewhere = z.object({ to: filled });

/** Asks for a code by e-mail, to sign in with. */
export function SendCodePage() {
  const { t } = useTranslation();
  const { take } = useSteps();
  return (
    <AdmissionPage icon={MailQuestion} title={t("loginCode.askTitle")} intro={t("loginCode.askIntro")}>
      <Form
        schema={somewhere}
        aliases={{ email: "to", phone: "to" }}
        deed={({ to }) => take(api.POST("/api/v1/auth/browser/v1/auth/code/request", { body: whereTo(to) }))}
      >
        <PlainField name="to" label={t("loginCode.to")} hint={t("loginCode.toHint")} autoComplete="email" />
        <Submit className="w-full">{t("loginCode.send")}</Submit>
      </Form>
      <BackToSignIn />
    </AdmissionPage>
  );
}

function whereTo(typed: string) {
  const who = identityOf(typed);
  return "phone" in who ? who : { email: typed };
}
