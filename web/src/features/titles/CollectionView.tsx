import { useTranslation } from "@/i18n/i18n";
import type { CollectionDetail } from "@/api/types";
import { Screen } from "@/components/organisms/Screen";
import { StaleNotice } from "@/components/molecules/StaleNotice";
import { TitleCard } from "@/components/molecules/TitleCard";

/** Films that belong together, in the order in which they came out. */
export function CollectionView({ collection }: { collection: CollectionDetail }) {
  const { t } = useTranslation();
  return (
    <article>
      <title>{t("app.pageTitle", { page: collection.name })}</title>
      <Screen backdrop={collection.backdrop} className="flex min-h-64 w-full items-end md:aspect-21/7 md:max-h-[50dvh]">
        <div className="scrim" />
        <div className="relative p-(--gutter) lg:p-12">
          <p className="text-sm text-muted">{t("collection.films", { count: collection.parts.length })}</p>
          <h1 className="display mt-1 text-title wrap-anywhere">{collection.name}</h1>
        </div>
      </Screen>
      <div className="gutter mt-8">
        <StaleNotice of={collection} className="mb-6" />
        {collection.overview && <p className="mb-8 max-w-[68ch] text-prose">{collection.overview}</p>}
        <ol className="grid grid-cols-3 gap-3 gap-y-6 sm:grid-cols-[repeat(auto-fill,minmax(9.4rem,1fr))] sm:gap-5 sm:gap-y-8">
          {collection.parts.map((title) => (
            <li key={title.id}>
              <TitleCard title={title} sizes="(min-width: 40rem) 180px, 30vw" eager />
            </li>
          ))}
        </ol>
      </div>
    </article>
  );
}
