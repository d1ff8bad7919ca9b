import { zHiding } from "@/api/bodies/zod.gen";
import { api, done } from "@/api/client";
import type { Review } from "@/api/types";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { TextField } from "@/components/form/TextField";
import { Modal } from "@/components/organisms/Modal";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { allReviews, type Reviewed } from "./queries";

interface Props {
  review: Review;
  title: Reviewed;
  close: () => void;
}

/** Why a review should not be read. */
export function HideDialog({ review, title, close }: Props) {
  const { t } = useTranslation();
  const again = useAgain();
  return (
    <Modal title={t("reviews.hideThis", { name: review.author.name })} detail={t("reviews.hideHint")} close={close}>
      <Form
        schema={zHiding}
        deed={async (wish) => {
          const params = { path: { review_id: review.id } };
          await done(api.PUT("/api/v1/reviews/{review_id}/hidden", { params, body: wish }));
          await again(allReviews(title));
          close();
        }}
      >
        <TextField name="because" label={t("reviews.because")} autoComplete="off" maxLength={500} />
        <Submit className="w-full">{t("reviews.hide")}</Submit>
      </Form>
    </Modal>
  );
}
