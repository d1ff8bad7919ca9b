import type { InfiniteData } from "@tanstack/react-query";
import { ThumbsUp } from "lucide-react";
import { api, body, done } from "@/api/client";
import type { Me, Review, ReviewPage } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Deed } from "@/components/form/Deed";
import { DialogButton } from "@/components/molecules/DialogButton";
import { Notice } from "@/components/molecules/Notice";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { useOptimistic } from "@/lib/useOptimistic";
import { HideDialog } from "./HideDialog";
import { allReviews, reviewsQuery, type Reviewed, type Sort } from "./queries";
import { ReviewBox } from "./ReviewBox";

interface Props {
  review: Review;
  title: Reviewed;
  sort: Sort;
  me: Me | null;
}

/** What somebody else says, whether that has helped, and for administrators whether it should be read. */
export function ReviewCard({ review, title, sort, me }: Props) {
  const { t } = useTranslation();
  const again = useAgain();
  const find = useHelpfulness(title, sort);
  const { hidden, helpful, foundHelpful, author } = review;
  return (
    <ReviewBox review={review}>
      {hidden && (
        <div className="mb-3">
          <Notice look="warn">{t("reviews.hidden", { because: hidden.because })}</Notice>
        </div>
      )}
      <div className="-ms-3 flex flex-wrap items-center">
        {me && !hidden ? (
          <button
            type="button"
            aria-pressed={foundHelpful}
            aria-label={t("reviews.helpfulBy", { name: author.name, count: helpful })}
            className={buttonStyle("bare", foundHelpful ? "text-accent!" : undefined)}
            onClick={() => {
              find(review, !foundHelpful);
            }}
          >
            <ThumbsUp aria-hidden className={foundHelpful ? "fill-current" : undefined} />
            {t("reviews.helpful")}
            {helpful > 0 && <span className="tabular-nums">{helpful}</span>}
          </button>
        ) : (
          <span className="ps-3 text-2xs text-muted">{t("reviews.helpfulTo", { count: helpful })}</span>
        )}
        {me?.role === "administrator" &&
          (hidden ? (
            <Deed
              look="bare"
              deed={async () => {
                await done(api.DELETE("/api/v1/reviews/{review_id}/hidden", at(review)));
                await again(allReviews(title));
              }}
            >
              {t("reviews.unhide")}
            </Deed>
          ) : (
            <DialogButton
              look="bare"
              label={t("reviews.hideThis", { name: author.name })}
              dialog={(close) => <HideDialog review={review} title={title} close={close} />}
            >
              {t("reviews.hide")}
            </DialogButton>
          ))}
      </div>
    </ReviewBox>
  );
}

const at = ({ id }: Review) => ({ params: { path: { review_id: id } } });

/** Says that a review has helped, or not after all; the button that says it takes it back. */
function useHelpfulness(title: Reviewed, sort: Sort): (review: Review, helped: boolean) => void {
  const act = useOptimistic<InfiniteData<ReviewPage>>(reviewsQuery(title, sort).queryKey);
  return (review, helped) => {
    const counted = (one: Review) =>
      one.id === review.id ? { ...one, foundHelpful: helped, helpful: one.helpful + (helped ? 1 : -1) } : one;
    act({
      change: (now) => ({
        ...now,
        pages: now.pages.map((page) => ({ ...page, items: page.items.map(counted) })),
      }),
      call: () =>
        body(
          helped
            ? api.PUT("/api/v1/reviews/{review_id}/helpful", at(review))
            : api.DELETE("/api/v1/reviews/{review_id}/helpful", at(review)),
        ),
    });
  };
}
