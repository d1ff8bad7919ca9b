import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { listsQuery } from "@/features/discover/queries";
import { Atoms } from "@/features/gallery/Atoms";
import { Molecules } from "@/features/gallery/Molecules";
import { Organisms } from "@/features/gallery/Organisms";
import { Tokens } from "@/features/gallery/Tokens";
import { currentLocale, useLocale } from "@/features/locale/locale";
import { learn, useTranslation } from "@/i18n/i18n";
import { found } from "@/lib/found";

export const Route = createFileRoute("/gallery")({
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      learn("account"),
      learn("gallery"),
      learn("home"),
      found(queryClient.query({ ...listsQuery(currentLocale()), staleTime: "static" })),
    ]),
  component: Gallery,
});

/** The design language, for whoever builds pages of it. */
function Gallery() {
  const { t } = useTranslation();
  const { data: lists } = useSuspenseQuery(listsQuery(useLocale()));
  const list = lists.items.find(({ items }) => items.length > 0);
  const title = list?.items[0];
  return (
    <div className="gutter space-y-16 pt-4">
      <title>{t("app.pageTitle", { page: t("gallery.title") })}</title>
      <header>
        <h1 className="display text-4xl">{t("gallery.title")}</h1>
        <p className="mt-1.5 max-w-prose text-muted">{t("gallery.intro")}</p>
      </header>
      <Tokens />
      {title && <Atoms title={title} />}
      {title && <Molecules title={title} />}
      {list && <Organisms list={list} />}
    </div>
  );
}
