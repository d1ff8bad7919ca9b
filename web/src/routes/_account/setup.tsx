import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, useLocation } from "@tanstack/react-router";
import { setupQuery } from "@/features/auth/queries";
import { NoSetupPage, SetupPage } from "@/features/auth/SetupPage";

export const Route = createFileRoute("/_account/setup")({
  loader: ({ context: { queryClient } }) => queryClient.query({ ...setupQuery(), staleTime: "static" }),
  component: Setup,
});

function Setup() {
  const token = useLocation({ select: ({ hash }) => hash });
  const { data: setup } = useSuspenseQuery(setupQuery());
  return token && setup.needed ? <SetupPage token={token} /> : <NoSetupPage needed={setup.needed} />;
}
