import { useNavigate } from "@tanstack/react-router";
import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { errorsOf } from "@/components/form/errors";
import { useComplaintWords } from "@/components/form/useComplaintWords";
import { useTranslation } from "@/i18n/i18n";
import { cx } from "@/lib/cx";
import { useImportDeeds } from "./useImportDeeds";

const KINDS = ".zip,.csv,.json";

/** A file is chosen, or dropped here, and read at once; nothing changes by that. */
export function UploadField() {
  const { t } = useTranslation();
  const words = useComplaintWords();
  const navigate = useNavigate();
  const { bring } = useImportDeeds();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState("");
  const [failure, setFailure] = useState("");
  const send = async (file: File | undefined) => {
    if (!file || sending) return;
    setSending(file.name);
    setFailure("");
    try {
      const id = await bring(file);
      await navigate({ to: "/imports", search: { id } });
    } catch (thrown) {
      const [complaint] = Object.values(errorsOf(thrown, []));
      setFailure(complaint ? words(complaint) : "");
    } finally {
      setSending("");
    }
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the button does the same for those who cannot drag
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void send(event.dataTransfer.files[0]);
      }}
      className={cx(
        "flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border border-dashed px-5 py-6",
        over ? "border-accent bg-raised" : "border-edge bg-surface",
      )}
    >
      <input
        ref={input}
        type="file"
        accept={KINDS}
        aria-label={t("imports.choose")}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          void send(event.target.files?.[0]);
          event.target.value = ""; // so that the same file can be chosen again
        }}
      />
      <button type="button" className={buttonStyle("solid")} onClick={() => input.current?.click()}>
        <FileUp aria-hidden />
        {t("imports.choose")}
      </button>
      <p role="status" className="text-sm text-muted">
        {sending ? t("imports.sending", { name: sending }) : t("imports.drop")}
      </p>
      <p role="alert" className="w-full text-sm font-semibold text-bad empty:hidden">
        {failure}
      </p>
    </div>
  );
}
