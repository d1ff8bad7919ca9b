import { createFileRoute } from "@tanstack/react-router";
import { ProviderSignUpPage } from "@/features/auth/ProviderSignUpPage";
import { providerSignUpQuery, setupQuery } from "@/features/auth/queries";
import { parseWayBack } from "@/lib/returnAddress";
import { waitingFor } from "@/features/auth/waiting";

export const Route = createFileRoute("/_account/provider-sign-up")({
  validateSearch: parseWayBack,
  beforeLoad: waitingFor("provider-sign-up"),
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.query({ ...providerSignUpQuery(), staleTime: "static" }),
      queryClient.query({ ...setupQuery(), staleTime: "static" }),
    ]),
  component: ProviderSignUpPage,
});
