import { createFileRoute } from "@tanstack/react-router";
import { SearchPage } from "@/features/search/SearchPage";
import { parseSearchPage } from "@/features/search/search";

export const Route = createFileRoute("/search")({
  validateSearch: parseSearchPage,
  component: SearchRoute,
});

function SearchRoute() {
  return <SearchPage {...Route.useSearch()} />;
}
