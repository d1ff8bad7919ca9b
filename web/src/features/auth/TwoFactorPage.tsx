import { Fingerprint, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { api, body } from "@/api/client";
import type { Flow } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { oneCode } from "@/components/form/checks";
import { CodeField } from "@/components/form/CodeField";
import { Deed } from "@/components/form/Deed";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { useTranslation } from "@/i18n/i18n";
import { AdmissionPage } from "./AdmissionPage";
import { BackToSignIn } from "./BackToSignIn";
import { Divider } from "./Divider";
import { useSteps } from "./useSteps";
import { passkeysWork, signWithPasskey } from "./webauthn";

type Ways = NonNullable<Flow["types"]>;

/** The second step of signing in: a code from the app, a recovery code, or a passkey. */
export function TwoFactorPage({ ways }: { ways: Ways }) {
  const { t } = useTranslation();
  const { take } = useSteps();
  const [recovering, setRecovering] = useState(!ways.includes("totp") && ways.includes("recovery_codes"));
  const kind = recovering ? "recovery" : "app";
  const signIn = async () => {
    const { data } = await body(api.GET("/api/v1/auth/browser/v1/auth/webauthn/authenticate"));
    const credential = await signWithPasskey(data.request_options);
    if (!credential) return;
    await take(api.POST("/api/v1/auth/browser/v1/auth/webauthn/authenticate", { body: { credential } }));
  };
  return (
    <AdmissionPage icon={ShieldCheck} title={t("twoFactor.title")} intro={t(`twoFactor.${kind}Intro`)}>
      <Form
        key={kind}
        schema={oneCode}
        deed={(body) => take(api.POST("/api/v1/auth/browser/v1/auth/2fa/authenticate", { body }))}
      >
        <CodeField label={t(`twoFactor.${kind}Code`)} numeric={!recovering} />
        <Submit className="w-full">{t("code.confirm")}</Submit>
      </Form>
      <Divider>{t("signIn.or")}</Divider>
      <div className="grid gap-3">
        {ways.includes("webauthn") && passkeysWork() && (
          <Deed deed={signIn} wide>
            <Fingerprint aria-hidden />
            {t("signIn.passkey")}
          </Deed>
        )}
        {ways.includes("recovery_codes") && ways.includes("totp") && (
          <button
            type="button"
            className={buttonStyle("soft", "w-full")}
            onClick={() => {
              setRecovering(!recovering);
            }}
          >
            {t(recovering ? "twoFactor.useApp" : "twoFactor.useRecovery")}
          </button>
        )}
      </div>
      <BackToSignIn />
    </AdmissionPage>
  );
}
