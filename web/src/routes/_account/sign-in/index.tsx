import { createFileRoute } from "@tanstack/react-router";
import { signInConfigQuery } from "@/features/auth/queries";
import { parseWayBack } from "@/lib/returnAddress";
import { SignInPage } from "@/features/auth/SignInPage";

export const Route = createFileRoute("/_account/sign-in/")({
  validateSearch: parseWayBack,
  loader: ({ context: { queryClient } }) => queryClient.query({ ...signInConfigQuery(), staleTime: "static" }),
  component: SignIn,
});

function SignIn() {
  return <SignInPage {...Route.useSearch()} />;
}
