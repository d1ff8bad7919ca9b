import { createFileRoute } from "@tanstack/react-router";
import { currentLocale } from "@/features/locale/locale";
import { person } from "@/features/me/queries";
import { watchlistsQuery } from "@/features/watchlists/queries";
import { WatchlistsPage } from "@/features/watchlists/WatchlistsPage";
import { learn } from "@/i18n/i18n";

export const Route = createFileRoute("/watchlists/")({
  beforeLoad: async (asked) => {
    await person(asked);
  },
  loader: ({ context: { queryClient } }) =>
    Promise.all([learn("account"), learn("lists"), queryClient.infiniteQuery(watchlistsQuery(currentLocale()))]),
  component: WatchlistsPage,
});
