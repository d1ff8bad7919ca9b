import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { learn } from "@/i18n/i18n";
import { currentLocale, useLocale } from "@/features/locale/locale";
import { titleQuery } from "@/features/titles/queries";
import { TitleSkeleton } from "@/features/titles/TitleSkeleton";
import { TitleView } from "@/features/titles/TitleView";
import { found } from "@/lib/found";

export const Route = createFileRoute("/movies/$id")({
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      learn("title"),
      found(queryClient.query({ ...titleQuery("movie", params.id, currentLocale()), staleTime: "static" })),
    ]),
  pendingComponent: TitleSkeleton,
  component: Film,
});

function Film() {
  const { data } = useSuspenseQuery(titleQuery("movie", Route.useParams().id, useLocale()));
  return <TitleView title={data} />;
}
