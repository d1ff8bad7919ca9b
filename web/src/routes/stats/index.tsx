import { createFileRoute } from "@tanstack/react-router";
import { currentLocale } from "@/features/locale/locale";
import { person } from "@/features/me/queries";
import { statsQuery } from "@/features/stats/queries";
import { parseStatsSearch } from "@/features/stats/search";
import { StatsPage } from "@/features/stats/StatsPage";
import { learn } from "@/i18n/i18n";

export const Route = createFileRoute("/stats/")({
  validateSearch: parseStatsSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ deps: { year }, ...asked }) => {
    await person(asked);
    // Not waited for: the numbers of one year stay in view until those of another are there.
    asked.context.queryClient.query(statsQuery(year, currentLocale())).catch(() => undefined); // the page asks again and tells
    await learn("stats");
  },
  component: Stats,
});

function Stats() {
  const navigate = Route.useNavigate();
  return (
    <StatsPage
      year={Route.useSearch().year}
      choose={(year) => void navigate({ search: { year }, replace: true, resetScroll: false })}
    />
  );
}
