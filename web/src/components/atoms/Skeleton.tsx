import { useTranslation } from "@/i18n/i18n";
import type { ReactNode } from "react";
import { cx } from "@/lib/cx";

/** A grey shape in the place of what is coming. */
export function Bone({ className }: { className?: string }) {
  return <span className={cx("block animate-breathe rounded-paper bg-ink/9", className)} />;
}

/** A page that is loading: its shapes for the eye, one word for a screen reader. */
export function Skeleton({ children, className }: { children: ReactNode; className?: string }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={className}>
      <span className="sr-only">{t("state.loading")}</span>
      <div aria-hidden>{children}</div>
    </div>
  );
}

export function ShelfBones() {
  return (
    <div className="gutter overflow-hidden">
      <Bone className="mb-4 h-6 w-48" />
      <div className="flex gap-3 sm:gap-4.5">
        {Array.from({ length: 12 }, (_, index) => (
          <Bone key={index} className="aspect-2/3 w-29 shrink-0 sm:w-38 2xl:w-44" />
        ))}
      </div>
    </div>
  );
}
