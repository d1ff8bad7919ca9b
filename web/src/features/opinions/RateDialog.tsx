import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Modal } from "@/components/organisms/Modal";
import type { OverProps } from "@/features/cards/over";
import { useTranslation } from "@/i18n/i18n";
import { useOpinion } from "./marks";
import { RatingControl } from "./RatingControl";
import { useOpinionDeeds } from "./useOpinionDeeds";

/** Rates a title from its card. */
export default function RateDialog({ title, close }: OverProps) {
  const { t } = useTranslation();
  const { rating } = useOpinion(title.id);
  const deeds = useOpinionDeeds();
  return (
    <Modal title={t("opinion.rateTitle", { title: title.title })} close={close}>
      <RatingControl
        value={rating}
        rate={(next) => void deeds.rate(title, next)}
        label={t("opinion.rating")}
        className="justify-center"
      />
      <button type="button" className={buttonStyle("solid", "mt-6 w-full")} onClick={close}>
        {t("opinion.done")}
      </button>
    </Modal>
  );
}
