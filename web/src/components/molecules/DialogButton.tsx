import { useState, type ReactNode } from "react";
import { buttonStyle } from "@/components/atoms/buttonStyle";

interface Props {
  look?: Parameters<typeof buttonStyle>[0];
  className?: string;
  /** What a screen reader says, where the words in the button need their surroundings. */
  label?: string;
  dialog: (close: () => void) => ReactNode;
  children: ReactNode;
}

/** A button that opens a dialog, which is there only while it is open. */
export function DialogButton({ look, className, label, dialog, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={label}
        className={buttonStyle(look, className)}
        onClick={() => {
          setOpen(true);
        }}
      >
        {children}
      </button>
      {open &&
        dialog(() => {
          setOpen(false);
        })}
    </>
  );
}
