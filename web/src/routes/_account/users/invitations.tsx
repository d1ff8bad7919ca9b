import { createFileRoute } from "@tanstack/react-router";
import { administrator } from "@/features/me/queries";
import { InvitationsPage } from "@/features/users/InvitationsPage";

export const Route = createFileRoute("/_account/users/invitations")({
  beforeLoad: administrator,
  component: InvitationsPage,
});
