import { LoaderCircle } from "lucide-react";
import { useState, type ReactNode } from "react";
import { cx } from "@/lib/cx";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { errorsOf } from "./errors";
import { useComplaintWords } from "./useComplaintWords";

interface Props {
  deed: () => Promise<unknown>;
  look?: Parameters<typeof buttonStyle>[0];
  className?: string;
  /** As wide as its place. */
  wide?: boolean;
  /** What a screen reader says, where the words in the button need their surroundings. */
  label?: string;
  children: ReactNode;
}

/** A button that does one thing, turns a wheel meanwhile, and says beneath it why it could not. */
export function Deed({ deed, look = "soft", className, wide = false, label, children }: Props) {
  const words = useComplaintWords();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const act = async () => {
    if (busy) return;
    setBusy(true);
    setFailure("");
    try {
      await deed();
    } catch (thrown) {
      const [complaint] = Object.values(errorsOf(thrown, []));
      setFailure(complaint ? words(complaint) : "");
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className={cx("inline-flex max-w-full flex-col gap-1.5", wide ? "w-full" : "items-start")}>
      <button
        type="button"
        aria-disabled={busy}
        aria-label={label}
        className={buttonStyle(look, className)}
        onClick={() => void act()}
      >
        {busy && <LoaderCircle aria-hidden className="animate-spin" />}
        {children}
      </button>
      <span role="alert" className="text-2xs font-semibold text-bad empty:hidden">
        {failure}
      </span>
    </span>
  );
}
