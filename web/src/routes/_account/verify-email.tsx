import { createFileRoute } from "@tanstack/react-router";
import { MailCheck } from "lucide-react";
import { api } from "@/api/client";
import { CodePage } from "@/features/auth/CodePage";
import { parseWayBack } from "@/lib/returnAddress";
import { waitingFor } from "@/features/auth/waiting";
import { useTranslation } from "@/i18n/i18n";

export const Route = createFileRoute("/_account/verify-email")({
  validateSearch: parseWayBack,
  beforeLoad: waitingFor("verify-email"),
  component: VerifyEmail,
});

function VerifyEmail() {
  const { t } = useTranslation();
  return (
    <CodePage
      icon={MailCheck}
      title={t("verifyEmail.title")}
      intro={t("verifyEmail.intro")}
      confirm={(key) => api.POST("/api/v1/auth/browser/v1/auth/email/verify", { body: { key } })}
      resend={() => api.POST("/api/v1/auth/browser/v1/auth/email/verify/resend")}
    />
  );
}
