import type { ComponentProps } from "react";
import { cx } from "@/lib/cx";

/** On or off: the browser's own checkbox in our clothes. Its label is the caller's. */
export function Switch({ className, ...props }: ComponentProps<"input">) {
  return (
    <input
      {...props}
      type="checkbox"
      role="switch"
      className={cx(
        "relative h-6.5 w-11 shrink-0 cursor-pointer appearance-none rounded-full border border-edge bg-ground transition-colors",
        "before:absolute before:start-0.75 before:top-0.75 before:size-4.5 before:rounded-full before:bg-edge before:transition-[translate,background-color]",
        "checked:border-accent checked:bg-accent checked:before:translate-x-4.5 checked:before:bg-on-accent rtl:checked:before:-translate-x-4.5",
        className,
      )}
    />
  );
}
