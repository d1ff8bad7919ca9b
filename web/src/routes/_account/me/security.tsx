import { createFileRoute } from "@tanstack/react-router";
import { person, useMe } from "@/features/me/queries";
import { SecurityPage } from "@/features/security/SecurityPage";

export const Route = createFileRoute("/_account/me/security")({
  beforeLoad: async (asked) => {
    await person(asked);
  },
  component: Security,
});

function Security() {
  const me = useMe();
  return me && <SecurityPage me={me} />;
}
