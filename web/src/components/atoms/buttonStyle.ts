import { cx } from "@/lib/cx";

type Look = "solid" | "soft" | "held" | "bare";

const LOOKS: Record<Look, string> = {
  solid: "bg-accent text-on-accent hover:bg-accent-strong",
  soft: "bg-ink/9 text-ink hover:bg-ink/15",
  held: "bg-accent/16 text-accent inset-ring inset-ring-accent/70 hover:bg-accent/24", // soft, and pressed in
  bare: "text-muted hover:bg-ink/8 hover:text-ink",
};

/** How everything that is pressed looks, whether it is a button or a link. */
export function buttonStyle(look: Look = "soft", className?: string): string {
  return cx(
    "inline-flex min-h-11 items-center justify-center gap-2 rounded-full px-5 text-sm font-semibold transition-colors",
    "active:opacity-75 disabled:pointer-events-none disabled:opacity-40 [&_svg]:size-4.5 [&_svg]:shrink-0",
    LOOKS[look],
    className,
  );
}

/** The same, round, for a lone icon. */
export function iconButtonStyle(className?: string): string {
  return cx(
    "inline-flex size-11 shrink-0 items-center justify-center rounded-full text-muted transition-colors",
    "hover:bg-ink/8 hover:text-ink active:opacity-75 disabled:pointer-events-none disabled:opacity-30 [&_svg]:size-5",
    className,
  );
}

/** A link beside the name of a row: to all of it. */
export const moreStyle =
  "flex items-center gap-1.5 rounded-full text-sm font-semibold whitespace-nowrap text-muted transition-colors hover:text-accent";

/** A small label that can be pressed: a genre, a filter. */
export function chipStyle(active = false): string {
  return cx(
    "inline-flex min-h-9 shrink-0 items-center gap-1.5 rounded-full border px-3.5 text-sm whitespace-nowrap transition-colors",
    active
      ? "border-accent bg-accent font-semibold text-on-accent"
      : "border-line bg-surface text-ink hover:border-edge hover:bg-raised",
  );
}
