import { useTranslation } from "@/i18n/i18n";
import type { CollectionDetail } from "@/api/types";
import { StaleNotice } from "@/components/molecules/StaleNotice";
import { TitleCard } from "@/components/molecules/TitleCard";
import { Screen } from "@/components/organisms/Screen";
import { useFormats } from "@/lib/format";
import { span, totalRuntime } from "./collection";
import { useTint } from "./tint/useTint";

const SIZES = "(min-width: 40rem) 180px, 30vw";

/** Films that belong together, in the order in which they came out. */
export function CollectionView({ collection }: { collection: CollectionDetail }) {
  const { t } = useTranslation();
  useTint(collection.poster ?? collection.parts[0]?.poster);
  const backdrop = collection.backdrop ?? collection.parts.find((part) => part.backdrop)?.backdrop;
  return (
    <article>
      <title>{t("app.pageTitle", { page: collection.name })}</title>
      <Screen backdrop={backdrop} className="flex min-h-64 w-full items-end md:aspect-21/7 md:max-h-[50dvh]">
        <div className="scrim" />
        <div className="relative p-(--gutter) lg:p-12">
          <h1 dir="auto" className="display text-title wrap-anywhere">
            {collection.name}
          </h1>
          <CollectionLine collection={collection} />
        </div>
      </Screen>
      <div className="gutter mt-8">
        <StaleNotice of={collection} className="mb-6" />
        {collection.overview && (
          <p dir="auto" className="mb-8 max-w-[68ch] text-prose">
            {collection.overview}
          </p>
        )}
        <ol className="grid grid-cols-2 gap-3 gap-y-6 min-[22rem]:grid-cols-3 sm:grid-cols-[repeat(auto-fill,minmax(9.4rem,1fr))] sm:gap-5 sm:gap-y-8">
          {collection.parts.map((title, index) => (
            <li key={title.id} className="relative">
              <TitleCard title={title} sizes={SIZES} eager />
              <span
                aria-hidden
                className="display pointer-events-none absolute start-2 top-2 flex size-7 items-center justify-center rounded-full bg-shade/85 text-sm text-ink [color-scheme:dark]"
              >
                {index + 1}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </article>
  );
}

/** How many, of which years, how long. */
function CollectionLine({ collection: { parts } }: { collection: CollectionDetail }) {
  const { t } = useTranslation();
  const { runtime } = useFormats();
  const years = span(parts);
  const minutes = totalRuntime(parts);
  const facts = [
    t("collection.films", { count: parts.length }),
    years && (years.from === years.to ? years.from : t("collection.years", years)),
    minutes !== null && t("collection.runtime", { runtime: runtime(minutes) }),
  ].filter(Boolean);
  return (
    <ul className="mt-2.5 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink/85 md:text-base">
      {facts.map((fact) => (
        <li key={String(fact)}>{fact}</li>
      ))}
    </ul>
  );
}
