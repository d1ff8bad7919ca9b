import { CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const LOOKS = {
  good: { icon: CircleCheck, colour: "text-good" },
  note: { icon: Info, colour: "text-accent" },
  warn: { icon: TriangleAlert, colour: "text-warn" },
} as const;

/** A sentence in passing: that it worked, or what to know first. */
export function Notice({ look = "note", children }: { look?: keyof typeof LOOKS; children: ReactNode }) {
  const { icon: Icon, colour } = LOOKS[look];
  return (
    <div
      role="status"
      className="flex animate-appear items-start gap-2.5 rounded-card border border-line bg-surface px-4 py-3 text-sm text-muted"
    >
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
