import { createFileRoute } from "@tanstack/react-router";
import { parseWayBack } from "@/lib/returnAddress";
import { TwoFactorPage } from "@/features/auth/TwoFactorPage";
import { waitingFor } from "@/features/auth/waiting";

export const Route = createFileRoute("/_account/two-factor")({
  validateSearch: parseWayBack,
  beforeLoad: waitingFor("two-factor"),
  component: TwoFactor,
});

function TwoFactor() {
  return <TwoFactorPage ways={Route.useRouteContext().ways} />;
}
