import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, useLocation } from "@tanstack/react-router";
import { setupQuery } from "@/features/auth/queries";
import { NoSetupPage, SetupPage } from "@/features/auth/SetupPage";
import { administrator } from "@/features/me/queries";
import { LanguageStep } from "@/features/setup/LanguageStep";
import { STEPS, type SetupStep } from "@/features/setup/steps";
import { TmdbStep } from "@/features/setup/TmdbStep";
import { learn } from "@/i18n/i18n";
import { choice, type RawSearch } from "@/lib/search";

export const Route = createFileRoute("/_account/setup")({
  validateSearch: (search: RawSearch): { step?: SetupStep } => ({ step: choice(search.step, STEPS) }),
  // The later steps are for the administrator whom the first one has made.
  beforeLoad: async ({ search: { step = "administrator" }, ...asked }) => {
    if (step !== "administrator") await administrator(asked);
  },
  loader: ({ context: { queryClient } }) =>
    Promise.all([learn("home"), queryClient.query({ ...setupQuery(), staleTime: "static" })]),
  component: Setup,
});

function Setup() {
  const { step } = Route.useSearch();
  const token = useLocation({ select: ({ hash }) => hash });
  const { data: setup } = useSuspenseQuery(setupQuery());
  if (step === "language") return <LanguageStep />;
  if (step === "tmdb") return <TmdbStep />;
  return token && setup.needed ? <SetupPage token={token} /> : <NoSetupPage needed={setup.needed} />;
}
