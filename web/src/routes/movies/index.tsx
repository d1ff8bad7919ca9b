import { createFileRoute } from "@tanstack/react-router";
import { BrowsePage } from "@/features/browse/BrowsePage";
import { parseFilters } from "@/features/browse/filters";
import { browseQuery } from "@/features/browse/queries";
import { currentLocale } from "@/features/locale/locale";

export const Route = createFileRoute("/movies/")({
  validateSearch: parseFilters,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    // Not waited for: the page keeps its filters in view while the wall changes behind them.
    queryClient.infiniteQuery(browseQuery("movie", deps, currentLocale())).catch(() => undefined); // the page asks again and tells
  },
  component: Movies,
});

function Movies() {
  const navigate = Route.useNavigate();
  return (
    <BrowsePage
      kind="movie"
      filters={Route.useSearch()}
      change={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
