import { createFileRoute, redirect } from "@tanstack/react-router";
import { linkQuery } from "@/features/share/queries";
import { parseShared, sharedLink, sharedWords } from "@/features/share/shared";

const PAGES = {
  movie: "/movies/$id",
  tv: "/tv/$id",
  person: "/people/$id",
  collection: "/collections/$id",
} as const;

/** Where a device leads with what somebody shared to Matinee: it shows nothing, only finds out where that is. */
export const Route = createFileRoute("/share")({
  validateSearch: parseShared,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    const link = sharedLink(deps);
    const known = link ? await queryClient.query(linkQuery(link)) : null;
    if (known) throw redirect({ to: PAGES[known.kind], params: { id: known.ref }, replace: true });
    throw redirect({ to: "/search", search: { q: sharedWords(deps) }, replace: true });
  },
});
