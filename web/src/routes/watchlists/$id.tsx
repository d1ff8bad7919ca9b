import { createFileRoute } from "@tanstack/react-router";
import { currentLocale } from "@/features/locale/locale";
import { person } from "@/features/me/queries";
import { watchlistQuery } from "@/features/watchlists/queries";
import { WatchlistPage } from "@/features/watchlists/WatchlistPage";
import { learn } from "@/i18n/i18n";
import { found } from "@/lib/found";

export const Route = createFileRoute("/watchlists/$id")({
  beforeLoad: async (asked) => {
    await person(asked);
  },
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      learn("account"),
      learn("lists"),
      found(queryClient.infiniteQuery(watchlistQuery(Number(params.id), currentLocale()))),
    ]),
  component: List,
});

function List() {
  return <WatchlistPage id={Number(Route.useParams().id)} />;
}
