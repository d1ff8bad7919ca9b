import { createFileRoute } from "@tanstack/react-router";
import { currentLocale } from "@/features/locale/locale";
import { sharedQuery } from "@/features/watchlists/queries";
import { SharedPage } from "@/features/watchlists/SharedPage";
import { learn } from "@/i18n/i18n";
import { found } from "@/lib/found";

export const Route = createFileRoute("/shared/watchlists/$link")({
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([learn("lists"), found(queryClient.infiniteQuery(sharedQuery(params.link, currentLocale())))]),
  component: Shared,
});

function Shared() {
  return <SharedPage link={Route.useParams().link} />;
}
