import { createFileRoute } from "@tanstack/react-router";
import { useCallback } from "react";
import { person } from "@/features/me/queries";
import { FavoritesPage } from "@/features/opinions/FavoritesPage";
import { parseOpinionSearch, type OpinionFilters } from "@/features/opinions/filters";
import { learn } from "@/i18n/i18n";

export const Route = createFileRoute("/favorites")({
  validateSearch: parseOpinionSearch,
  beforeLoad: async (asked) => {
    await person(asked);
  },
  loader: () => learn("library"),
  component: Favorites,
});

function Favorites() {
  const navigate = Route.useNavigate();
  const search = Route.useSearch();
  const { shelf } = search;
  const change = useCallback(
    (filters: OpinionFilters) =>
      void navigate({ search: shelf ? { shelf, ...filters } : filters, replace: true, resetScroll: false }),
    [navigate, shelf],
  );
  return <FavoritesPage search={search} change={change} />;
}
