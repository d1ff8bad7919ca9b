import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { currentLocale, useLocale } from "@/features/locale/locale";
import { person } from "@/features/me/queries";
import { statsQuery } from "@/features/stats/queries";
import { yearOf } from "@/features/stats/search";
import { StatsSkeleton } from "@/features/stats/StatsSkeleton";
import { YearPage } from "@/features/stats/year/YearPage";
import { learn } from "@/i18n/i18n";

export const Route = createFileRoute("/stats/$year")({
  loader: async ({ params, ...asked }) => {
    await person(asked);
    const year = yearOf(params.year);
    if (year === undefined) throw notFound();
    await Promise.all([learn("stats"), asked.context.queryClient.query(statsQuery(year, currentLocale()))]);
  },
  pendingComponent: StatsSkeleton,
  component: Year,
});

function Year() {
  const year = Number(Route.useParams().year);
  const { data } = useSuspenseQuery(statsQuery(year, useLocale()));
  return <YearPage key={year} year={year} stats={data} />;
}
