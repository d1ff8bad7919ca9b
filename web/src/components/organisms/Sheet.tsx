import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { startTransition, useDeferredValue, useState, type ReactNode } from "react";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { Curtain } from "@/components/atoms/Curtain";
import { OpenRoot } from "@/components/atoms/OpenRoot";

interface PanelProps {
  title: string;
  closeLabel: string;
  children: ReactNode;
  /** What stays in view below. */
  footer?: ReactNode;
}

/** A dialog that comes from the side, or from below on a phone. */
export function Sheet({ trigger, ...panel }: PanelProps & { trigger: ReactNode }) {
  const [open, setOpen] = useState(false);
  // The button shows that it is pressed before the sheet is made, which takes a weak phone longer than an eye blinks.
  const change = (open: boolean) => {
    startTransition(() => {
      setOpen(open);
    });
  };
  return (
    <Dialog.Root open={open} onOpenChange={change}>
      <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>
      <SheetPanel
        {...panel}
        close={() => {
          change(false);
        }}
      />
    </Dialog.Root>
  );
}

/** The same, open as long as it is there. */
export function OpenSheet({ close, ...panel }: PanelProps & { close: () => void }) {
  return (
    <OpenRoot close={close}>
      <SheetPanel {...panel} close={close} />
    </OpenRoot>
  );
}

function SheetPanel({ title, closeLabel, children, footer, close }: PanelProps & { close: () => void }) {
  // The sheet answers the click; what is on it follows at once, however much it is.
  const content = useDeferredValue(children, null);
  return (
    <Dialog.Portal>
      <Curtain />
      <Dialog.Content
        data-dialog
        aria-describedby={undefined}
        onKeyDown={(event) => {
          // Radix gives Escape to what came last, and that may be a toast.
          if (event.key === "Escape" && !event.defaultPrevented) close();
        }}
        className="fixed inset-x-0 bottom-0 z-50 flex max-h-[88dvh] animate-appear flex-col rounded-t-screen bg-surface sm:inset-y-0 sm:start-auto sm:end-0 sm:max-h-none sm:w-100 sm:rounded-none sm:border-s sm:border-line"
      >
        <div className="flex items-center justify-between py-3 ps-6 pe-3">
          <Dialog.Title dir="auto" className="display truncate text-xl">
            {title}
          </Dialog.Title>
          <Dialog.Close className={iconButtonStyle()} aria-label={closeLabel}>
            <X aria-hidden />
          </Dialog.Close>
        </div>
        <div className="flex-1 space-y-7 overflow-y-auto overscroll-contain px-6 pb-6">{content}</div>
        {footer && (
          <div className="flex gap-3 border-t border-line px-6 pt-4 pb-[calc(1rem+env(safe-area-inset-bottom))]">
            {footer}
          </div>
        )}
      </Dialog.Content>
    </Dialog.Portal>
  );
}
