import { Fingerprint } from "lucide-react";
import { api, body } from "@/api/client";
import { Deed } from "@/components/form/Deed";
import { useTranslation } from "@/i18n/i18n";
import { useSteps } from "./useSteps";
import { passkeysWork, signWithPasskey } from "./webauthn";

/** Signs in with a passkey, wherever this browser can have one. */
export function PasskeyButton() {
  const { t } = useTranslation();
  const { take } = useSteps();
  const signIn = async () => {
    const { data } = await body(api.GET("/api/v1/auth/browser/v1/auth/webauthn/login"));
    const credential = await signWithPasskey(data.request_options);
    if (!credential) return;
    await take(api.POST("/api/v1/auth/browser/v1/auth/webauthn/login", { body: { credential } }));
  };
  if (!passkeysWork()) return null;
  return (
    <Deed deed={signIn} wide>
      <Fingerprint aria-hidden />
      {t("signIn.passkey")}
    </Deed>
  );
}
