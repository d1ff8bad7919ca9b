import { LoaderCircle } from "lucide-react";
import { use, type ReactNode } from "react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { FormContext } from "./formState";

interface Props {
  look?: Parameters<typeof buttonStyle>[0];
  className?: string;
  children: ReactNode;
}

/** Does the form's deed; turns a wheel meanwhile. */
export function Submit({ look = "solid", className, children }: Props) {
  const { busy } = use(FormContext);
  return (
    <button type="submit" aria-disabled={busy} className={buttonStyle(look, className)}>
      {busy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  );
}
