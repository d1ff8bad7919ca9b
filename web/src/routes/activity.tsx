import { createFileRoute } from "@tanstack/react-router";
import { ActivityPage } from "@/features/activity/ActivityPage";
import { person } from "@/features/me/queries";
import { learn } from "@/i18n/i18n";

export const Route = createFileRoute("/activity")({
  loader: async (asked) => {
    await person(asked);
    await learn("stats");
  },
  component: ActivityPage,
});
