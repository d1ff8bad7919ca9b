import { useId, type ReactNode } from "react";
import { cx } from "@/lib/cx";
import { useComplaint } from "./formState";

/** How a box to type in looks. */
export function inputStyle(className?: string): string {
  return cx(
    "h-11 w-full rounded-card border border-edge/55 bg-ground px-3.5 text-base text-ink transition-colors placeholder:text-faint",
    "hover:border-edge focus-visible:border-accent focus-visible:outline-offset-0 aria-invalid:border-bad disabled:opacity-50 read-only:text-muted",
    className,
  );
}

/** What ties an input to its label, hint and complaint. */
export interface Wiring {
  id: string;
  name: string;
  "aria-invalid": boolean;
  "aria-describedby": string | undefined;
}

interface Props {
  name: string;
  label: string;
  hint?: ReactNode;
  className?: string;
  children: (wiring: Wiring) => ReactNode;
}

/** A label above, the input, and below it a hint or what is wrong. */
export function Field({ name, label, hint, className, children }: Props) {
  const id = useId();
  const complaint = useComplaint(name);
  const explanation = `${id}-words`;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-2 block text-sm font-semibold">
        {label}
      </label>
      {children({
        id,
        name,
        "aria-invalid": Boolean(complaint),
        "aria-describedby": (complaint ?? hint) ? explanation : undefined,
      })}
      {(complaint ?? hint) && (
        <p id={explanation} className={cx("mt-1.5 text-2xs", complaint ? "font-semibold text-bad" : "text-muted")}>
          {complaint ?? hint}
        </p>
      )}
    </div>
  );
}
