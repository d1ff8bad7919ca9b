import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Mail, Ticket } from "lucide-react";
import * as z from "zod/mini";
import { api } from "@/api/client";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { filled } from "@/components/form/checks";
import { Form } from "@/components/form/Form";
import { PasswordField } from "@/components/form/PasswordField";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";
import { AdmissionPage } from "./AdmissionPage";
import { Divider } from "./Divider";
import { identityOf } from "./identity";
import { PasskeyButton } from "./PasskeyButton";
import { ProviderButtons } from "./ProviderButtons";
import { signInConfigQuery } from "./queries";
import type { WayBack } from "@/lib/returnAddress";
import { SignInNotice } from "./SignInNotice";
import { useSteps } from "./useSteps";

const schema = z.object({ login: filled, password: filled });

export function SignInPage({ next }: WayBack) {
  const { t } = useTranslation();
  const { take } = useSteps();
  const { data: config } = useSuspenseQuery(signInConfigQuery());
  const signIn = ({ login, password }: z.output<typeof schema>) =>
    take(api.POST("/api/v1/auth/browser/v1/auth/login", { body: { ...identityOf(login), password } }));
  return (
    <AdmissionPage icon={Ticket} title={t("signIn.title")}>
      <SignInNotice />
      <Form schema={schema} deed={signIn} aliases={{ username: "login", email: "login", phone: "login" }}>
        <PlainField name="login" label={t("signIn.login")} autoComplete="username webauthn" />
        <div>
          <PasswordField />
          <p className="mt-2 text-end text-sm">
            <Link to="/reset-password" search={{ next }} className="text-muted underline-offset-4 hover:underline">
              {t("signIn.forgot")}
            </Link>
          </p>
        </div>
        <Submit className="w-full">{t("signIn.title")}</Submit>
      </Form>
      <Divider>{t("signIn.or")}</Divider>
      <div className="grid gap-3">
        <PasskeyButton />
        <Link to="/sign-in/code" search={{ next }} className={buttonStyle()}>
          <Mail aria-hidden />
          {t("signIn.sendCode")}
        </Link>
        <ProviderButtons providers={config.socialaccount?.providers ?? []} next={next} />
      </div>
      {config.account.is_open_for_signup && (
        <p className="mt-7 text-center text-sm text-muted">
          {t("signIn.new")}{" "}
          <Link to="/sign-up" search={{ next }} className="font-semibold text-ink underline underline-offset-4">
            {t("signUp.title")}
          </Link>
        </p>
      )}
    </AdmissionPage>
  );
}
