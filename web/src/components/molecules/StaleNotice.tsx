import { History } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import type { Freshness } from "@/api/types";
import { useFormats } from "@/lib/format";

interface Props {
  of: Freshness;
  className?: string;
}

/** Says how old the data is, when it is older than it should be, and why. */
export function StaleNotice({ of, className = "" }: Props) {
  const { t } = useTranslation();
  const { ago } = useFormats();
  if (!of.stale && !of.notice) return null;
  const aged = of.stale && of.age !== null ? t("state.stale", { ago: ago(of.age) }) : "";
  return (
    <p
      role="status"
      className={`flex items-start gap-2.5 rounded-card border border-line bg-surface px-4 py-2.5 text-sm text-muted ${className}`}
    >
      <History aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <span>
        {aged} {of.notice}
      </span>
    </p>
  );
}
