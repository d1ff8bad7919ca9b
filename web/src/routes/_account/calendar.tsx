import { createFileRoute } from "@tanstack/react-router";
import { person } from "@/features/me/queries";
import { CalendarPage } from "@/features/calendar/CalendarPage";
import { learn } from "@/i18n/i18n";

export const Route = createFileRoute("/_account/calendar")({
  beforeLoad: async (asked) => {
    await person(asked);
  },
  loader: () => learn("history"),
  component: CalendarPage,
});
