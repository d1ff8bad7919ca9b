import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "@/lib/cx";

/** The browser's own select in our clothes: it opens as the device's users expect. */
export function Select({ className, ...props }: ComponentProps<"select">) {
  return (
    <span className={cx("relative inline-flex", className)}>
      <select
        {...props}
        className="min-h-11 w-full appearance-none rounded-full border border-line bg-surface ps-4 pe-10 text-sm text-ink transition-colors hover:border-edge"
      />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute end-4 top-1/2 size-4 -translate-y-1/2 text-faint"
      />
    </span>
  );
}
