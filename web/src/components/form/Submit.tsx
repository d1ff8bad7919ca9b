import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { useFormState } from "react-hook-form";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { cx } from "@/lib/cx";

interface Props {
  look?: Parameters<typeof buttonStyle>[0];
  className?: string;
  /** Whether there is nothing to do now. It can be reached all the same, and says so. */
  idle?: boolean;
  children: ReactNode;
}

/** Does the form's deed; turns a wheel meanwhile. */
export function Submit({ look = "solid", className, idle = false, children }: Props) {
  const { isSubmitting } = useFormState();
  return (
    <button
      type="submit"
      aria-disabled={isSubmitting || idle}
      className={buttonStyle(look, cx(idle && "opacity-45", className))}
      onClick={(event) => {
        if (idle) event.preventDefault();
      }}
    >
      {isSubmitting && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  );
}
