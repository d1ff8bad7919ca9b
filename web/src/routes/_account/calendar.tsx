import { createFileRoute } from "@tanstack/react-router";
import { person } from "@/features/me/queries";
import { CalendarPage } from "@/features/calendar/CalendarPage";
import { parseCalendarSearch } from "@/features/calendar/search";
import { learn } from "@/i18n/i18n";

export const Route = createFileRoute("/_account/calendar")({
  validateSearch: parseCalendarSearch,
  beforeLoad: async (asked) => {
    await person(asked);
  },
  loader: () => learn("history"),
  component: Calendar,
});

function Calendar() {
  const navigate = Route.useNavigate();
  return (
    <CalendarPage
      month={Route.useSearch().month}
      choose={(month) => void navigate({ search: { month }, replace: true, resetScroll: false })}
    />
  );
}
