import { useSuspenseQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { api } from "@/api/client";
import { Form } from "@/components/form/Form";
import { FormComplaint } from "@/components/form/FormComplaint";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";
import { AdmissionPage } from "./AdmissionPage";
import { BackToSignIn } from "./BackToSignIn";
import { InvitationField } from "./InvitationField";
import { providerSignUpQuery } from "./queries";
import { useSteps } from "./useSteps";

/** Whoever comes from a provider for the first time chooses their name here. */
export function ProviderSignUpPage() {
  const { t } = useTranslation();
  const { take } = useSteps();
  const { data } = useSuspenseQuery(providerSignUpQuery());
  const [known] = data.email;
  return (
    <AdmissionPage
      icon={UserPlus}
      title={t("providerSignUp.title")}
      intro={t("providerSignUp.intro", { provider: data.account.provider.name, account: data.account.display })}
    >
      <Form
        deed={({ username = "", email = "", invitation = "" }) =>
          take(
            api.POST("/api/v1/auth/browser/v1/auth/provider/signup", {
              body: { username: username.trim(), email: email.trim(), invitation: invitation.trim() },
            }),
          )
        }
      >
        <FormComplaint />
        <PlainField
          name="username"
          label={t("form.username")}
          defaultValue={data.user.username}
          required
          autoComplete="username"
          maxLength={64}
        />
        <PlainField
          name="email"
          type="email"
          label={t("form.email")}
          defaultValue={known?.email}
          hint={known?.verified ? undefined : t("signUp.emailHint")}
          required
          autoComplete="email"
        />
        <InvitationField />
        <Submit className="w-full">{t("signUp.submit")}</Submit>
      </Form>
      <BackToSignIn />
    </AdmissionPage>
  );
}
