import { createFileRoute } from "@tanstack/react-router";
import { OnceSetUp } from "@/features/auth/OnceSetUp";
import { setupQuery, signInConfigQuery } from "@/features/auth/queries";
import { SignInPage } from "@/features/auth/SignInPage";
import { parseWayBack } from "@/lib/returnAddress";

export const Route = createFileRoute("/_account/sign-in/")({
  validateSearch: parseWayBack,
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.query({ ...signInConfigQuery(), staleTime: "static" }),
      queryClient.query({ ...setupQuery(), staleTime: "static" }),
    ]),
  component: SignIn,
});

function SignIn() {
  return (
    <OnceSetUp>
      <SignInPage {...Route.useSearch()} />
    </OnceSetUp>
  );
}
