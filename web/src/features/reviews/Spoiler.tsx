import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "@/i18n/i18n";
import { cx } from "@/lib/cx";

/** Words that give something away: there once they are asked for. */
export function Spoiler({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <span className={cx(open && "rounded-mark bg-ink/9")}>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        className="rounded-mark bg-ink/9 px-2 text-2xs leading-6 font-semibold text-muted transition-colors hover:bg-ink/20 hover:text-ink"
        onClick={() => {
          setOpen(!open);
        }}
      >
        {t("reviews.spoiler")}
      </button>
      {open && (
        <span id={id} className="px-1.5">
          {children}
        </span>
      )}
    </span>
  );
}
