import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { learn } from "@/i18n/i18n";
import { currentLocale, useLocale } from "@/features/locale/locale";
import { CollectionView } from "@/features/titles/CollectionView";
import { collectionQuery } from "@/features/titles/queries";
import { TitleSkeleton } from "@/features/titles/TitleSkeleton";
import { found } from "@/lib/found";

export const Route = createFileRoute("/collections/$id")({
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      learn("title"),
      found(queryClient.query({ ...collectionQuery(params.id, currentLocale()), staleTime: "static" })),
    ]),
  pendingComponent: TitleSkeleton,
  component: Collection,
});

function Collection() {
  const { data } = useSuspenseQuery(collectionQuery(Route.useParams().id, useLocale()));
  return <CollectionView collection={data} />;
}
