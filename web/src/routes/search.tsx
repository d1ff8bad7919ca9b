import { createFileRoute } from "@tanstack/react-router";
import { learn } from "@/i18n/i18n";
import { SearchPage } from "@/features/search/SearchPage";
import { parseSearchPage } from "@/features/search/search";

export const Route = createFileRoute("/search")({
  validateSearch: parseSearchPage,
  loader: () => learn("find"),
  component: SearchRoute,
});

function SearchRoute() {
  return <SearchPage {...Route.useSearch()} />;
}
