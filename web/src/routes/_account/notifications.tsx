import { createFileRoute } from "@tanstack/react-router";
import { person } from "@/features/me/queries";
import { NotificationsPage } from "@/features/notifications/NotificationsPage";
import { learn } from "@/i18n/i18n";

export const Route = createFileRoute("/_account/notifications")({
  beforeLoad: async (asked) => {
    await person(asked);
  },
  loader: () => learn("frame"),
  component: NotificationsPage,
});
