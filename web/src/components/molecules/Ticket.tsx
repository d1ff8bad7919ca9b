import type { ReactNode } from "react";
import { cx } from "@/lib/cx";

interface Props {
  /** What stands on the stub, left of the perforation. */
  stub: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A cinema ticket: one short thing on the stub, the rest beside it. */
export function Ticket({ stub, children, className }: Props) {
  return (
    <div className={cx("ticket flex rounded-card bg-surface [--stub:5.5rem] sm:[--stub:7.5rem]", className)}>
      <div className="flex w-(--stub) shrink-0 flex-col items-center justify-center gap-1 px-2 py-4 text-center">
        {stub}
      </div>
      <div className="my-3 min-w-0 flex-1 border-s border-dashed border-edge/60 px-4 py-1 sm:px-6">{children}</div>
    </div>
  );
}
