import { createFileRoute } from "@tanstack/react-router";
import { useCallback } from "react";
import { administrator } from "@/features/me/queries";
import { PeoplePage } from "@/features/users/PeoplePage";
import { parsePeopleFilters, type PeopleFilters } from "@/features/users/filters";

export const Route = createFileRoute("/_account/users/")({
  validateSearch: parsePeopleFilters,
  beforeLoad: administrator,
  component: Users,
});

function Users() {
  const navigate = Route.useNavigate();
  const change = useCallback(
    (search: PeopleFilters) => void navigate({ search, replace: true, resetScroll: false }),
    [navigate],
  );
  return <PeoplePage filters={Route.useSearch()} change={change} />;
}
