import { useQueryClient } from "@tanstack/react-query";
import { zNewReview } from "@/api/bodies/zod.gen";
import { api, body } from "@/api/client";
import type { Review } from "@/api/types";
import { ChoiceField } from "@/components/form/ChoiceField";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { SwitchField } from "@/components/form/SwitchField";
import { Modal } from "@/components/organisms/Modal";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { useAgain } from "@/lib/useAgain";
import { allReviews, ownReviewQuery, pathOf, type Reviewed } from "./queries";
import { TextWithPreview } from "./TextWithPreview";

const RATINGS = Array.from({ length: 21 }, (_, index) => 10 - index / 2);

interface Props {
  title: Reviewed;
  own: { review: Review | null; rating: number | null };
  close: () => void;
}

/** Says something of a title for others to read, and rates it. */
export function ReviewDialog({ title, own: { review, rating }, close }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const again = useAgain();
  return (
    <Modal title={t("reviews.reviewOf", { title: title.title })} detail={t("reviews.forAll")} close={close}>
      <Form
        schema={zNewReview}
        values={{ text: review?.text ?? "", spoiler: review?.spoiler ?? false, rating }}
        deed={async (wish) => {
          const params = pathOf(title);
          const published = await body(api.PUT("/api/v1/me/reviews/{noun}/{ref}", { params, body: wish }));
          queryClient.setQueryData(ownReviewQuery(title).queryKey, {
            review: published.review,
            rating: published.review?.rating ?? null,
          });
          await again(allReviews(title));
          close();
        }}
      >
        <ChoiceField numeric name="rating" label={t("reviews.rating")}>
          <option value="">{t("reviews.unrated")}</option>
          {RATINGS.map((one) => (
            <option key={one} value={one}>
              {formats.rating(one)}
            </option>
          ))}
        </ChoiceField>
        <TextWithPreview />
        <SwitchField name="spoiler" label={t("reviews.spoilerAll")} hint={t("reviews.spoilerAllHint")} />
        <Submit className="w-full">{t(review ? "form.save" : "reviews.publish")}</Submit>
      </Form>
    </Modal>
  );
}
