import { useTranslation } from "@/i18n/i18n";

/** How much of something is seen, in words and as a bar. */
export function SeenBar({ seen, of }: { seen: number; of: number }) {
  const { t } = useTranslation();
  return (
    <p className="flex items-center gap-3 text-sm text-muted">
      <Bar value={seen / of} className="w-24" />
      {t("history.seenOf", { seen, count: of })}
    </p>
  );
}

/** A thin bar, for the eye alone: words beside it say the same. */
export function Bar({ value, className = "" }: { value: number; className?: string }) {
  return (
    <span aria-hidden className={`block h-1 overflow-hidden rounded-full bg-ink/15 ${className}`}>
      <span className="block h-full bg-accent transition-[width]" style={{ width: `${Math.min(1, value) * 100}%` }} />
    </span>
  );
}
