import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import { buttonStyle } from "@/components/atoms/buttonStyle";

/** The id that finds a failed request in the server's log, and a button that copies it. */
export function CopyReference({ reference }: { reference: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(reference);
    setCopied(true);
  };
  return (
    <p className="mt-3 flex basis-full items-center justify-center gap-2 text-sm text-muted">
      {t("error.correlation")} <code className="rounded-paper bg-ink/8 px-2 py-1 text-2xs select-all">{reference}</code>
      {/* Without a secure origin a browser offers no clipboard; the text selects with one click. */}
      {window.isSecureContext && (
        <button
          type="button"
          className={buttonStyle("bare", "px-3")}
          aria-label={t("error.copy")}
          onClick={() => void copy()}
        >
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          <span role="status">{copied && t("error.copied")}</span>
        </button>
      )}
    </p>
  );
}
