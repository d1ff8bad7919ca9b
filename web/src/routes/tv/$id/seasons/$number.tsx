import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { learn } from "@/i18n/i18n";
import { currentLocale, useLocale } from "@/features/locale/locale";
import { seasonQuery } from "@/features/titles/queries";
import { SeasonView } from "@/features/titles/seasons/SeasonView";
import { TitleSkeleton } from "@/features/titles/TitleSkeleton";
import { found } from "@/lib/found";

export const Route = createFileRoute("/tv/$id/seasons/$number")({
  params: {
    parse: ({ id, number }) => {
      if (!/^\d{1,5}$/.test(number)) throw notFound();
      return { id, number: Number(number) };
    },
    stringify: ({ id, number }) => ({ id, number: String(number) }),
  },
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      learn("title"),
      found(queryClient.query({ ...seasonQuery(params.id, params.number, currentLocale()), staleTime: "static" })),
    ]),
  pendingComponent: TitleSkeleton,
  component: Season,
});

function Season() {
  const { id, number } = Route.useParams();
  const { data } = useSuspenseQuery(seasonQuery(id, number, useLocale()));
  return <SeasonView season={data} />;
}
