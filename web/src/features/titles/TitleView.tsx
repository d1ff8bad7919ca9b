import { lazy, Suspense } from "react";
import { useTranslation } from "@/i18n/i18n";
import type { TitleDetail } from "@/api/types";
import { Apart } from "@/components/atoms/Apart";
import { StaleNotice } from "@/components/molecules/StaleNotice";
import { Similar } from "@/features/recommendations/Recommended";
import { Reviews } from "@/features/reviews/Reviews";
import { CastShelf } from "./CastShelf";
import { CollectionLink } from "./CollectionLink";
import { Facts } from "./Facts";
import { Gallery } from "./gallery/Gallery";
import { SeasonAccordion } from "./seasons/SeasonAccordion";
import { TitleHeader } from "./TitleHeader";
import { TitleStory } from "./TitleStory";
import { useTint } from "./tint/useTint";
import { VideoShelf } from "./VideoShelf";
import { WhereToWatch } from "./WhereToWatch";

const PeopleHere = lazy(() => import("./PeopleHere"));

/** Everything about one film or series, top to bottom. */
export function TitleView({ title }: { title: TitleDetail }) {
  const { t } = useTranslation();
  useTint(title.poster);
  return (
    <article key={title.id}>
      <title>{t("app.pageTitle", { page: title.year ? `${title.title} (${title.year})` : title.title })}</title>
      <TitleHeader title={title} />
      <div className="gutter mt-6 md:px-(--inset)">
        <div className="grid gap-x-12 gap-y-8 md:grid-cols-[11rem_minmax(0,1fr)] lg:grid-cols-[14rem_minmax(0,1fr)]">
          <Facts title={title} />
          <div className="order-first min-w-0 space-y-10 md:order-none">
            <div className="md:pt-4">
              <StaleNotice of={title} className="mb-6 max-w-3xl" />
              <TitleStory title={title} />
              <Apart>
                <Suspense>
                  <PeopleHere title={title} />
                </Suspense>
              </Apart>
            </div>
            <SeasonAccordion title={title} />
            {title.providers && <WhereToWatch providers={title.providers} />}
            {title.collection && <CollectionLink collection={title.collection} />}
          </div>
        </div>
      </div>
      <div className="mt-14 flex flex-col gap-12">
        <CastShelf title={title} />
        <VideoShelf videos={title.videos ?? []} />
        <Gallery title={title} />
        <Reviews title={title} />
        <Similar key={title.id} title={title} />
      </div>
    </article>
  );
}
