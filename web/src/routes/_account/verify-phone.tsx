import { createFileRoute } from "@tanstack/react-router";
import { Smartphone } from "lucide-react";
import { api } from "@/api/client";
import { CodePage } from "@/features/auth/CodePage";
import { parseWayBack } from "@/lib/returnAddress";
import { waitingFor } from "@/features/auth/waiting";
import { useTranslation } from "@/i18n/i18n";

export const Route = createFileRoute("/_account/verify-phone")({
  validateSearch: parseWayBack,
  beforeLoad: waitingFor("verify-phone"),
  component: VerifyPhone,
});

function VerifyPhone() {
  const { t } = useTranslation();
  return (
    <CodePage
      icon={Smartphone}
      title={t("verifyPhone.title")}
      intro={t("verifyPhone.intro")}
      confirm={(code) => api.POST("/api/v1/auth/browser/v1/auth/phone/verify", { body: { code } })}
      resend={() => api.POST("/api/v1/auth/browser/v1/auth/phone/verify/resend")}
    />
  );
}
