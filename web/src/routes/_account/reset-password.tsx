import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { stepQuery } from "@/features/auth/queries";
import { AskResetPage, NewPasswordPage } from "@/features/auth/ResetPasswordPage";
import { parseWayBack } from "@/lib/returnAddress";

export const Route = createFileRoute("/_account/reset-password")({
  validateSearch: parseWayBack,
  loader: ({ context: { queryClient } }) => queryClient.query({ ...stepQuery(), staleTime: "static" }),
  component: ResetPassword,
});

function ResetPassword() {
  const { data: step } = useQuery({ ...stepQuery(), enabled: false });
  return step?.name === "reset-password" ? <NewPasswordPage /> : <AskResetPage />;
}
