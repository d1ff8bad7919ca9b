import { createFileRoute } from "@tanstack/react-router";
import { currentLocale } from "@/features/locale/locale";
import { person } from "@/features/me/queries";
import { ForYouPage } from "@/features/recommendations/ForYouPage";
import { forMeQuery } from "@/features/recommendations/queries";
import { parseForYouSearch } from "@/features/recommendations/search";
import { learn } from "@/i18n/i18n";

export const Route = createFileRoute("/for-you")({
  validateSearch: parseForYouSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ deps: { kind }, ...asked }) => {
    await person(asked);
    // Not waited for: those of one kind stay in view until those of another are there.
    asked.context.queryClient.query(forMeQuery(kind, currentLocale())).catch(() => undefined); // the page asks again and tells
    await Promise.all([learn("recommendations"), learn("library")]);
  },
  component: ForYou,
});

function ForYou() {
  return <ForYouPage kind={Route.useSearch().kind} />;
}
