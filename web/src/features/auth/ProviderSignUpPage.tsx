import { useSuspenseQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import * as z from "zod/mini";
import { zAuthProviderSignup } from "@/api/bodies/zod.gen";
import { api } from "@/api/client";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";
import { AdmissionPage } from "./AdmissionPage";
import { BackToSignIn } from "./BackToSignIn";
import { InvitationField } from "./InvitationField";
import { newcomer } from "./newcomer";
import { NewNameField } from "./NewNameField";
import { providerSignUpQuery, setupQuery } from "./queries";
import { useSteps } from "./useSteps";

const schema = z.extend(zAuthProviderSignup, { username: newcomer.shape.username, email: newcomer.shape.email });

/** Whoever comes from a provider for the first time chooses their name here. */
export function ProviderSignUpPage() {
  const { t } = useTranslation();
  const { take } = useSteps();
  const { data } = useSuspenseQuery(providerSignUpQuery());
  const { data: house } = useSuspenseQuery(setupQuery());
  const [known] = data.email;
  return (
    <AdmissionPage
      icon={UserPlus}
      title={t("providerSignUp.title")}
      intro={t("providerSignUp.intro", { provider: data.account.provider.name, account: data.account.display })}
    >
      <Form
        schema={schema}
        values={{ username: data.user.username, email: known?.email }}
        deed={(body) => take(api.POST("/api/v1/auth/browser/v1/auth/provider/signup", { body }))}
      >
        <NewNameField />
        <PlainField
          name="email"
          type="email"
          label={t("form.email")}
          hint={known?.verified ? undefined : t(house.sendsMail ? "signUp.emailHint" : "signUp.noMailHint")}
          autoComplete="email"
        />
        <InvitationField />
        <Submit className="w-full">{t("signUp.submit")}</Submit>
      </Form>
      <BackToSignIn />
    </AdmissionPage>
  );
}
