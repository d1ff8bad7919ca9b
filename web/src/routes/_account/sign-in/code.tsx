import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { MailCheck } from "lucide-react";
import { api } from "@/api/client";
import { CodePage } from "@/features/auth/CodePage";
import { stepQuery } from "@/features/auth/queries";
import { parseWayBack } from "@/lib/returnAddress";
import { SendCodePage } from "@/features/auth/SendCodePage";
import { useTranslation } from "@/i18n/i18n";

export const Route = createFileRoute("/_account/sign-in/code")({
  validateSearch: parseWayBack,
  loader: ({ context: { queryClient } }) => queryClient.query({ ...stepQuery(), staleTime: "static" }),
  component: LoginCode,
});

function LoginCode() {
  const { t } = useTranslation();
  const { data: step } = useQuery({ ...stepQuery(), enabled: false });
  if (step?.name !== "login-code") return <SendCodePage />;
  return (
    <CodePage
      icon={MailCheck}
      title={t("loginCode.title")}
      intro={t("loginCode.intro")}
      confirm={(code) => api.POST("/api/v1/auth/browser/v1/auth/code/confirm", { body: { code } })}
      resend={() => api.POST("/api/v1/auth/browser/v1/auth/code/resend")}
    />
  );
}
