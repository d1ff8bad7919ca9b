import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { learn } from "@/i18n/i18n";
import { currentLocale, useLocale } from "@/features/locale/locale";
import { PersonSkeleton } from "@/features/people/PersonSkeleton";
import { PersonView } from "@/features/people/PersonView";
import { personQuery } from "@/features/people/queries";
import { found } from "@/lib/found";

export const Route = createFileRoute("/people/$id")({
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      learn("title"),
      found(queryClient.query({ ...personQuery(params.id, currentLocale()), staleTime: "static" })),
    ]),
  pendingComponent: PersonSkeleton,
  component: Person,
});

function Person() {
  const { data } = useSuspenseQuery(personQuery(Route.useParams().id, useLocale()));
  return <PersonView person={data} />;
}
