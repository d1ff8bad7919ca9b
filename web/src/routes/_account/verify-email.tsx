import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { MailCheck } from "lucide-react";
import { api } from "@/api/client";
import { CodePage } from "@/features/auth/CodePage";
import { setupQuery } from "@/features/auth/queries";
import { parseWayBack } from "@/lib/returnAddress";
import { waitingFor } from "@/features/auth/waiting";
import { useTranslation } from "@/i18n/i18n";

export const Route = createFileRoute("/_account/verify-email")({
  validateSearch: parseWayBack,
  beforeLoad: waitingFor("verify-email"),
  loader: ({ context: { queryClient } }) => queryClient.query({ ...setupQuery(), staleTime: "static" }),
  component: VerifyEmail,
});

function VerifyEmail() {
  const { t } = useTranslation();
  const { data: house } = useSuspenseQuery(setupQuery());
  return (
    <CodePage
      icon={MailCheck}
      title={t("verifyEmail.title")}
      intro={t(house.sendsMail ? "verifyEmail.intro" : "verifyEmail.noMail")}
      confirm={(key) => api.POST("/api/v1/auth/browser/v1/auth/email/verify", { body: { key } })}
      resend={() => api.POST("/api/v1/auth/browser/v1/auth/email/verify/resend")}
    />
  );
}
