import { cx } from "@/lib/cx";

/** How a box to type in looks. */
export function inputStyle(className?: string): string {
  return cx(
    "h-11 w-full rounded-card border border-edge/55 bg-ground px-3.5 text-base text-ink transition-colors placeholder:text-faint",
    "hover:border-edge focus-visible:border-accent focus-visible:outline-offset-0 aria-invalid:border-bad disabled:opacity-50 read-only:text-muted",
    className,
  );
}
