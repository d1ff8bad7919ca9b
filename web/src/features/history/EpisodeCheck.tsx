import { Check, ChevronsUp } from "lucide-react";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";
import { cx } from "@/lib/cx";

interface Props {
  name: string;
  isSeen: boolean;
  toggle: () => void;
  /** Marks it with all before it; absent where nothing before it is missing. */
  upTo: (() => void) | undefined;
}

/** Whether an episode is seen, at the end of its row. */
export function EpisodeCheck({ name, isSeen, toggle, upTo }: Props) {
  const { t } = useTranslation();
  return (
    <span className="-me-2 ms-auto flex shrink-0 flex-col items-center self-start">
      <button
        type="button"
        aria-pressed={isSeen}
        aria-label={t("history.seen", { name })}
        className={iconButtonStyle("group")}
        onClick={toggle}
      >
        <span
          className={cx(
            "flex size-7 items-center justify-center rounded-full border-2 transition-colors",
            isSeen ? "border-accent bg-accent text-on-accent" : "border-edge text-transparent group-hover:text-muted",
          )}
        >
          <Check aria-hidden className="size-4!" strokeWidth={3} />
        </span>
      </button>
      {upTo && (
        <button
          type="button"
          className={iconButtonStyle()}
          aria-label={t("history.upTo", { name })}
          title={t("history.upToHere")}
          onClick={upTo}
        >
          <ChevronsUp aria-hidden />
        </button>
      )}
    </span>
  );
}
