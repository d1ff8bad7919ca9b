import { createFileRoute } from "@tanstack/react-router";
import { useCallback } from "react";
import { person } from "@/features/me/queries";
import { parseTogetherSearch, type TogetherSearch } from "@/features/recommendations/search";
import { TogetherPage } from "@/features/recommendations/TogetherPage";
import { learn } from "@/i18n/i18n";

export const Route = createFileRoute("/together")({
  validateSearch: parseTogetherSearch,
  beforeLoad: async (asked) => {
    await person(asked);
  },
  loader: () => Promise.all([learn("account"), learn("recommendations"), learn("library")]),
  component: Together,
});

function Together() {
  const navigate = Route.useNavigate();
  const change = useCallback(
    (search: TogetherSearch) => void navigate({ search, replace: true, resetScroll: false }),
    [navigate],
  );
  return <TogetherPage search={Route.useSearch()} change={change} />;
}
