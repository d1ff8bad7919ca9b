import { useTranslation } from "@/i18n/i18n";
import type { TitleDetail } from "@/api/types";
import { Shelf, SHELF_SIZES, ShelfItem } from "@/components/organisms/Shelf";
import { StaleNotice } from "@/components/molecules/StaleNotice";
import { TitleCard } from "@/components/molecules/TitleCard";
import { CastShelf } from "./CastShelf";
import { CollectionLink } from "./CollectionLink";
import { Facts } from "./Facts";
import { SeasonTickets } from "./SeasonTickets";
import { TitleHeader } from "./TitleHeader";
import { TitleStory } from "./TitleStory";
import { VideoShelf } from "./VideoShelf";
import { WhereToWatch } from "./WhereToWatch";

/** Everything about one film or series, top to bottom. */
export function TitleView({ title }: { title: TitleDetail }) {
  const { t } = useTranslation();
  return (
    <article>
      <title>{t("app.pageTitle", { page: title.year ? `${title.title} (${title.year})` : title.title })}</title>
      <TitleHeader title={title} />
      <div className="gutter mt-6 md:mt-8 md:px-(--inset)">
        <div className="grid gap-x-12 gap-y-8 md:grid-cols-[11rem_minmax(0,1fr)] lg:grid-cols-[14rem_minmax(0,1fr)]">
          <Facts title={title} />
          <div className="order-first min-w-0 space-y-8 md:order-none">
            <div className="md:pt-10">
              <StaleNotice of={title} className="mb-6 max-w-3xl" />
              <TitleStory title={title} />
            </div>
            {title.providers && <WhereToWatch providers={title.providers} />}
            {title.collection && <CollectionLink collection={title.collection} />}
            <SeasonTickets title={title} />
          </div>
        </div>
      </div>
      <div className="mt-14 flex flex-col gap-12">
        <CastShelf cast={title.credits?.cast ?? []} />
        <VideoShelf videos={title.videos ?? []} />
        <TitleShelf name={t("title.recommendations")} titles={title.recommendations} />
        <TitleShelf name={t("title.similar")} titles={title.similar} />
      </div>
    </article>
  );
}

function TitleShelf({ name, titles }: { name: string; titles: TitleDetail["recommendations"] }) {
  if (!titles?.length) return null;
  return (
    <Shelf name={name}>
      {titles.map((title) => (
        <ShelfItem key={title.id}>
          <TitleCard title={title} sizes={SHELF_SIZES} />
        </ShelfItem>
      ))}
    </Shelf>
  );
}
