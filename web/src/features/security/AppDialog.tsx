import { lazy, Suspense } from "react";
import { api, body } from "@/api/client";
import { oneCode } from "@/components/form/checks";
import { CodeField } from "@/components/form/CodeField";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { Modal } from "@/components/organisms/Modal";
import { CopyButton } from "@/components/molecules/CopyButton";
import { Bone } from "@/components/atoms/Skeleton";
import { useTranslation } from "@/i18n/i18n";
import { grouped, type Secret } from "./secret";

const QrCode = lazy(() => import("./QrCode"));

/** Hands the secret to an authenticator app, and has it proven with a first code. */
export function AppDialog({ secret, close }: { secret: Secret; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal title={t("app2fa.setUp")} detail={t("app2fa.scan")} close={close}>
      <div className="flex justify-center">
        <Suspense fallback={<Bone className="size-52" />}>
          <QrCode text={secret.address} label={t("app2fa.qrCode")} />
        </Suspense>
      </div>
      <p className="mt-4 text-center text-2xs text-muted">{t("app2fa.byHand")}</p>
      <p className="mt-1 mb-5 flex flex-wrap items-center justify-center gap-1">
        <code className="rounded-paper bg-ink/8 px-2 py-1 text-sm wrap-anywhere select-all">
          {grouped(secret.text)}
        </code>
        <CopyButton text={secret.text} label={t("app2fa.copySecret")} />
      </p>
      <Form
        schema={oneCode}
        deed={async (proof) => {
          await body(api.POST("/api/v1/auth/browser/v1/account/authenticators/totp", { body: proof }));
          close();
        }}
      >
        <CodeField numeric focused={false} label={t("twoFactor.appCode")} />
        <Submit className="w-full">{t("app2fa.turnOn")}</Submit>
      </Form>
    </Modal>
  );
}
