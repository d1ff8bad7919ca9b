import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Modal } from "@/components/organisms/Modal";
import type { OverProps } from "@/features/cards/over";
import { useTranslation } from "@/i18n/i18n";
import { useStandingDeeds } from "./useStandingDeeds";

/** Asks which times somebody watched a film are taken back; either can be undone. */
export default function WhichDialog({ title, close }: OverProps) {
  const { t } = useTranslation();
  const { unsee, unseeLast } = useStandingDeeds(title);
  const taking = (deed: () => void) => () => {
    deed();
    close();
  };
  return (
    <Modal title={t("history.which")} detail={<bdi>{title.title}</bdi>} close={close}>
      <div className="grid gap-3 sm:grid-cols-2">
        <button type="button" className={buttonStyle("solid")} onClick={taking(unseeLast)}>
          {t("history.whichLast")}
        </button>
        <button type="button" className={buttonStyle()} onClick={taking(unsee)}>
          {t("history.whichAll")}
        </button>
      </div>
    </Modal>
  );
}
