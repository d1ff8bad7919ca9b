import { createFileRoute } from "@tanstack/react-router";
import { learn } from "@/i18n/i18n";
import { BrowsePage } from "@/features/browse/BrowsePage";
import { parseFilters } from "@/features/browse/filters";
import { browseQuery } from "@/features/browse/queries";
import { currentLocale } from "@/features/locale/locale";

export const Route = createFileRoute("/tv/")({
  validateSearch: parseFilters,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    // Not waited for: the page keeps its filters in view while the wall changes behind them.
    queryClient.infiniteQuery(browseQuery("tv", deps, currentLocale())).catch(() => undefined); // the page asks again and tells
    await learn("find");
  },
  component: Tv,
});

function Tv() {
  const navigate = Route.useNavigate();
  return (
    <BrowsePage kind="tv" filters={Route.useSearch()} change={(search) => void navigate({ search, replace: true })} />
  );
}
