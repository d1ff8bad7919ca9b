import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { learn, useTranslation } from "@/i18n/i18n";
import { Bone, Skeleton } from "@/components/atoms/Skeleton";
import { listQuery } from "@/features/browse/queries";
import { TitleWall } from "@/features/browse/TitleWall";
import { WallSkeleton } from "@/features/browse/WallSkeleton";
import { currentLocale, useLocale } from "@/features/locale/locale";
import { found } from "@/lib/found";

export const Route = createFileRoute("/lists/$slug")({
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      learn("find"),
      found(queryClient.infiniteQuery({ ...listQuery(params.slug, currentLocale()), staleTime: "static" })),
    ]),
  pendingComponent: () => (
    <div className="gutter pt-4">
      <Skeleton>
        <Bone className="mb-9 h-16 w-72" />
      </Skeleton>
      <WallSkeleton />
    </div>
  ),
  component: ListPage,
});

function ListPage() {
  const { t } = useTranslation();
  const query = useSuspenseInfiniteQuery(listQuery(Route.useParams().slug, useLocale()));
  const [list] = query.data.pages;
  if (!list) return null;
  return (
    <div className="gutter pt-4">
      <title>{t("app.pageTitle", { page: list.name })}</title>
      <h1 dir="auto" className="display text-4xl">
        {list.name}
      </h1>
      {list.description && (
        <p dir="auto" className="mt-1.5 max-w-prose text-muted">
          {list.description}
        </p>
      )}
      {typeof list.total === "number" && (
        <p className="mt-1.5 text-sm text-muted">{t("list.titles", { count: list.total })}</p>
      )}
      <div className="mt-7">
        <TitleWall query={query} />
      </div>
    </div>
  );
}
