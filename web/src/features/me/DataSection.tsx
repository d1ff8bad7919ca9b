import { Download, Trash2 } from "lucide-react";
import { useState } from "react";
import { api, done } from "@/api/client";
import { Deed } from "@/components/form/Deed";
import { Modal } from "@/components/organisms/Modal";
import { Section } from "@/components/molecules/Section";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";
import { useLeave } from "./useSignOut";

/** What is kept about somebody: to take along, and to be gone for good. */
export function DataSection() {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <Section title={t("profile.data")} hint={t("profile.dataHint")}>
      <div className="flex flex-wrap items-start gap-3">
        <a href="/api/v1/me/export" download className={buttonStyle()}>
          <Download aria-hidden />
          {t("profile.download")}
        </a>
        <button
          type="button"
          className={buttonStyle("bare", "text-bad!")}
          onClick={() => {
            setAsking(true);
          }}
        >
          <Trash2 aria-hidden />
          {t("profile.delete")}
        </button>
      </div>
      {asking && (
        <DeleteDialog
          close={() => {
            setAsking(false);
          }}
        />
      )}
    </Section>
  );
}

function DeleteDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const leave = useLeave();
  return (
    <Modal title={t("profile.deleteTitle")} detail={t("profile.deleteDetail")} close={close}>
      <div className="flex flex-wrap gap-3">
        <Deed
          look="solid"
          deed={async () => {
            await done(api.DELETE("/api/v1/me"));
            await leave();
          }}
        >
          {t("profile.deleteSure")}
        </Deed>
        <button type="button" className={buttonStyle()} onClick={close}>
          {t("dialog.cancel")}
        </button>
      </div>
    </Modal>
  );
}
