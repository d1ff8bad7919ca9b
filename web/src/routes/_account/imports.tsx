import { createFileRoute } from "@tanstack/react-router";
import { ImportsPage } from "@/features/imports/ImportsPage";
import { person } from "@/features/me/queries";
import { learn } from "@/i18n/i18n";

/** `id`: of the import that is looked at. */
export const Route = createFileRoute("/_account/imports")({
  validateSearch: ({ id }): { id?: number } => ({ id: Number(id) || undefined }),
  beforeLoad: async (asked) => {
    await person(asked);
  },
  loader: () => Promise.all([learn("imports"), learn("trakt")]),
  component: Imports,
});

function Imports() {
  return <ImportsPage {...Route.useSearch()} />;
}
