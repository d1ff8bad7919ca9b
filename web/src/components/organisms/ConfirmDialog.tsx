import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Deed } from "@/components/form/Deed";
import { useTranslation } from "@/i18n/i18n";
import { Modal } from "./Modal";

interface Props {
  title: string;
  detail: string;
  /** On the button that does it. */
  yes: string;
  deed: () => Promise<unknown>;
  close: () => void;
}

/** Asks first, before what cannot be undone. */
export function ConfirmDialog({ title, detail, yes, deed, close }: Props) {
  const { t } = useTranslation();
  return (
    <Modal title={title} detail={detail} close={close}>
      <div className="flex flex-wrap items-start gap-3">
        <Deed look="solid" deed={deed}>
          {yes}
        </Deed>
        <button type="button" className={buttonStyle()} onClick={close}>
          {t("dialog.cancel")}
        </button>
      </div>
    </Modal>
  );
}
