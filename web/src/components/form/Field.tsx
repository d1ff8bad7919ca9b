import type { ReactNode } from "react";
import { cx } from "@/lib/cx";
import { asText, useField, type Reading, type Wiring } from "./useField";

interface Props {
  /** Where its value stands in what the form sends: `displayName`, or `quotas.streams`. */
  name: string;
  label: string;
  hint?: ReactNode;
  reading?: Reading;
  className?: string;
  children: (wiring: Wiring) => ReactNode;
}

/** A label above, the input, and below it a hint or what is wrong. */
export function Field({ name, label, hint, reading = asText, className, children }: Props) {
  const { wiring, complaint, explanation } = useField(name, reading, Boolean(hint));
  return (
    <div className={className}>
      <label htmlFor={wiring.id} className="mb-2 block text-sm font-semibold">
        {label}
      </label>
      {children(wiring)}
      {(complaint ?? hint) && (
        <p id={explanation} className={cx("mt-1.5 text-2xs", complaint ? "font-semibold text-bad" : "text-muted")}>
          {complaint ?? hint}
        </p>
      )}
    </div>
  );
}
