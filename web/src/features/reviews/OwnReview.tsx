import { api, body, done } from "@/api/client";
import type { Review } from "@/api/types";
import { DialogButton } from "@/components/molecules/DialogButton";
import { Notice } from "@/components/molecules/Notice";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { useOptimistic } from "@/lib/useOptimistic";
import { allReviews, ownReviewQuery, pathOf, type Reviewed } from "./queries";
import { ReviewDialog } from "./ReviewDialog";
import { ReviewBox } from "./ReviewBox";

interface Own {
  review: Review | null;
  rating: number | null;
}

interface Props {
  title: Reviewed;
  own: Own;
  /** Nobody else has written anything. */
  alone: boolean;
}

/** What one has written oneself, or the invitation to. */
export function OwnReview({ title, own, alone }: Props) {
  const { t } = useTranslation();
  const remove = useRemoval(title);
  const { review } = own;
  const write = (words: string, look: "soft" | "bare") => (
    <DialogButton look={look} dialog={(close) => <ReviewDialog title={title} own={own} close={close} />}>
      {words}
    </DialogButton>
  );
  if (!review) {
    return (
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        {write(t("reviews.write"), "soft")}
        {alone && <p className="text-sm text-muted">{t("reviews.none")}</p>}
      </div>
    );
  }
  return (
    <ReviewBox review={review} name={t("reviews.yours")}>
      {review.hidden && (
        <div className="mb-3">
          <Notice look="warn">{t("reviews.hiddenYours", { because: review.hidden.because })}</Notice>
        </div>
      )}
      <div className="-ms-3 flex flex-wrap items-center">
        {write(t("rows.edit"), "bare")}
        <button
          type="button"
          className={buttonStyle("bare")}
          onClick={() => {
            remove(review);
          }}
        >
          {t("rows.remove")}
        </button>
        <span className="ms-2 text-2xs text-muted">{t("reviews.helpfulTo", { count: review.helpful })}</span>
      </div>
    </ReviewBox>
  );
}

/** Takes the review back at once, and offers it again. */
function useRemoval(title: Reviewed): (review: Review) => void {
  const { t } = useTranslation();
  const again = useAgain();
  const act = useOptimistic<Own>(ownReviewQuery(title).queryKey);
  const params = pathOf(title);
  return (review) => {
    act({
      change: (now) => ({ ...now, review: null }),
      call: async () => {
        await done(api.DELETE("/api/v1/me/reviews/{noun}/{ref}", { params }));
        await again(allReviews(title));
      },
      said: t("reviews.removed"),
      undo: {
        change: (now) => ({ ...now, review }),
        call: async () => {
          await body(api.POST("/api/v1/me/reviews/{noun}/{ref}/restore", { params }));
          await again(allReviews(title));
        },
      },
    });
  };
}
