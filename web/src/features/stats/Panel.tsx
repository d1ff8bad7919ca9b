import { useId, type ReactNode } from "react";
import { cx } from "@/lib/cx";

interface Props {
  title: string;
  /** Beside the name. */
  note?: string;
  className?: string;
  children: ReactNode;
}

/** A part of the numbers in a frame of its own. */
export function Panel({ title, note, className, children }: Props) {
  const heading = useId();
  return (
    <section
      aria-labelledby={heading}
      className={cx(
        "min-w-0 rounded-card border border-line bg-surface p-4 sm:p-6 print:break-inside-avoid",
        className,
      )}
    >
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={heading} className="display text-xl">
          {title}
        </h2>
        {note && <p className="text-sm text-muted">{note}</p>}
      </div>
      {children}
    </section>
  );
}
