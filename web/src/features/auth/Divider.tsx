import type { ReactNode } from "react";

/** A word between two halves of a form. */
export function Divider({ children }: { children: ReactNode }) {
  return (
    <p className="my-6 flex items-center gap-4 text-2xs text-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {children}
    </p>
  );
}
