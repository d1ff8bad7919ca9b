import { Download, Printer } from "lucide-react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { CopyButton } from "@/components/molecules/CopyButton";
import { Modal } from "@/components/organisms/Modal";
import { useTranslation } from "@/i18n/i18n";
import { saveFile } from "@/lib/saveFile";

/** The codes, to be put where they will be found again. */
export function RecoveryDialog({ codes, close }: { codes: string[]; close: () => void }) {
  const { t } = useTranslation();
  const text = codes.join("\n");
  return (
    <Modal title={t("recovery.title")} detail={t("recovery.keep")} close={close}>
      <ul
        data-print
        className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-card bg-ground px-6 py-5 text-center font-mono"
      >
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <div className="mt-5 flex flex-wrap gap-3">
        <CopyButton text={text} />
        <button
          type="button"
          className={buttonStyle()}
          onClick={() => {
            saveFile("matinee-recovery-codes.txt", `${text}\n`, "text/plain");
          }}
        >
          <Download aria-hidden />
          {t("recovery.download")}
        </button>
        <button
          type="button"
          className={buttonStyle()}
          onClick={() => {
            window.print();
          }}
        >
          <Printer aria-hidden />
          {t("recovery.print")}
        </button>
      </div>
    </Modal>
  );
}
