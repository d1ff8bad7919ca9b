import type { ReactNode } from "react";

const LOOKS = { good: "border-good/50 text-good", warn: "border-warn/50 text-warn", plain: "border-line text-muted" };

/** A mark of something's state. */
export function Badge({ look = "plain", children }: { look?: keyof typeof LOOKS; children: ReactNode }) {
  return <span className={`rounded-full border px-2 text-2xs leading-5 font-normal ${LOOKS[look]}`}>{children}</span>;
}
