import { Fingerprint } from "lucide-react";
import { useState } from "react";
import * as z from "zod/mini";
import { zAuthReauthenticate } from "@/api/bodies/zod.gen";
import { api, body } from "@/api/client";
import type { Way } from "@/api/proof";
import { Modal } from "@/components/organisms/Modal";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { filled, oneCode } from "@/components/form/checks";
import { CodeField } from "@/components/form/CodeField";
import { Deed } from "@/components/form/Deed";
import { Form } from "@/components/form/Form";
import { PasswordField } from "@/components/form/PasswordField";
import { Submit } from "@/components/form/Submit";
import { useTranslation } from "@/i18n/i18n";
import { passkeysWork, signWithPasskey } from "./webauthn";

const onePassword = z.extend(zAuthReauthenticate, { password: filled });

interface Props {
  ways: Way[];
  answer: (proven: boolean) => void;
}

/** Somebody wants to do something that only they may: their password, a code, or a passkey. */
export function ProofDialog({ ways, answer }: Props) {
  const { t } = useTranslation();
  const [way, setWay] = useState(ways[0]);
  const other = ways.find((name) => name !== way);
  const signed = async () => {
    const { data } = await body(api.GET("/api/v1/auth/browser/v1/auth/webauthn/reauthenticate"));
    const credential = await signWithPasskey(data.request_options);
    if (!credential) return;
    await body(api.POST("/api/v1/auth/browser/v1/auth/webauthn/reauthenticate", { body: { credential } }));
    answer(true);
  };
  return (
    <Modal
      title={t("proof.title")}
      detail={t("proof.detail")}
      close={() => {
        answer(false);
      }}
    >
      {way === "reauthenticate" ? (
        <PasswordProof answer={answer} />
      ) : (
        <>
          <CodeProof answer={answer} />
          {passkeysWork() && (
            <div className="mt-3">
              <Deed deed={signed} wide>
                <Fingerprint aria-hidden />
                {t("proof.passkey")}
              </Deed>
            </div>
          )}
        </>
      )}
      {other && (
        <button
          type="button"
          className={buttonStyle("bare", "mt-3 w-full")}
          onClick={() => {
            setWay(other);
          }}
        >
          {t(`proof.other.${other}`)}
        </button>
      )}
    </Modal>
  );
}

function PasswordProof({ answer }: Pick<Props, "answer">) {
  const { t } = useTranslation();
  return (
    <Form
      schema={onePassword}
      deed={async (proof) => {
        await body(api.POST("/api/v1/auth/browser/v1/auth/reauthenticate", { body: proof }));
        answer(true);
      }}
    >
      <PasswordField />
      <Submit className="w-full">{t("code.confirm")}</Submit>
    </Form>
  );
}

function CodeProof({ answer }: Pick<Props, "answer">) {
  const { t } = useTranslation();
  return (
    <Form
      schema={oneCode}
      deed={async (proof) => {
        await body(api.POST("/api/v1/auth/browser/v1/auth/2fa/reauthenticate", { body: proof }));
        answer(true);
      }}
    >
      <CodeField label={t("proof.code")} />
      <Submit className="w-full">{t("code.confirm")}</Submit>
    </Form>
  );
}
