import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Select } from "@/components/atoms/Select";
import { MoreOfIt } from "@/features/browse/MoreOfIt";
import { useMe } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";
import { joined } from "@/lib/pages";
import { OwnReview } from "./OwnReview";
import { ownReviewQuery, reviewsQuery, type Reviewed, type Sort } from "./queries";
import { ReviewCard } from "./ReviewCard";

const SORTS = ["helpful", "newest"] as const satisfies readonly Sort[];

/** What people here say of a title: one's own first. Nothing where nobody says anything and nobody could. */
export default function ReviewsSection({ title }: { title: Reviewed }) {
  const { t } = useTranslation();
  const heading = useId();
  const me = useMe();
  const [sort, setSort] = useState<Sort>("helpful");
  const query = useInfiniteQuery(reviewsQuery(title, sort));
  const own = useQuery({ ...ownReviewQuery(title), enabled: Boolean(me) });
  const others = query.data ? joined(query.data.pages, ({ id }) => String(id)).filter(({ mine }) => !mine) : [];
  if (!me && others.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="gutter">
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h2 id={heading} className="display text-heading">
          {t("reviews.title")}
        </h2>
        {others.length > 1 && (
          <Select
            aria-label={t("reviews.sort")}
            value={sort}
            onChange={(event) => {
              setSort(event.target.value as Sort);
            }}
          >
            {SORTS.map((one) => (
              <option key={one} value={one}>
                {t(`reviews.sorts.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </div>
      <div className="max-w-3xl space-y-4">
        {me && own.data && <OwnReview title={title} own={own.data} alone={others.length === 0} />}
        {others.map((review) => (
          <ReviewCard key={review.id} review={review} title={title} sort={sort} me={me ?? null} />
        ))}
        {query.data && query.hasNextPage && <MoreOfIt query={{ ...query, data: query.data }} />}
      </div>
    </section>
  );
}
