import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import { buttonStyle } from "@/components/atoms/buttonStyle";

interface Props {
  text: string;
  /** What a screen reader says; without it the word Copy stands in the button. */
  label?: string;
}

/** Puts a text on the clipboard. Without a secure origin a browser has none to offer; such texts select with one click. */
export function CopyButton({ text, label }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  if (!window.isSecureContext) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <button
      type="button"
      className={buttonStyle(label ? "bare" : "soft", label && "px-3")}
      aria-label={label}
      onClick={() => void copy()}
    >
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      {!label && !copied && t("rows.copy")}
      <span role="status">{copied && t("error.copied")}</span>
    </button>
  );
}
