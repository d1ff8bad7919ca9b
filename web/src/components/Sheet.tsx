import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { iconButtonStyle } from "./buttonStyle";
import { Curtain } from "./Curtain";

interface Props {
  /** What opens it. */
  trigger: ReactNode;
  title: string;
  closeLabel: string;
  children: ReactNode;
  footer: ReactNode;
}

/** A dialog that comes from the side, or from below on a phone. */
export function Sheet({ trigger, title, closeLabel, children, footer }: Props) {
  return (
    <Dialog.Root>
      <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>
      <Dialog.Portal>
        <Curtain />
        <Dialog.Content
          data-dialog
          aria-describedby={undefined}
          className="fixed inset-x-0 bottom-0 z-50 flex max-h-[88dvh] animate-appear flex-col rounded-t-screen bg-surface sm:inset-y-0 sm:start-auto sm:end-0 sm:max-h-none sm:w-100 sm:rounded-none sm:border-s sm:border-line"
        >
          <div className="flex items-center justify-between py-3 ps-6 pe-3">
            <Dialog.Title className="display text-xl">{title}</Dialog.Title>
            <Dialog.Close className={iconButtonStyle()} aria-label={closeLabel}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          <div className="flex-1 space-y-7 overflow-y-auto overscroll-contain px-6 pb-6">{children}</div>
          <div className="flex gap-3 border-t border-line px-6 pt-4 pb-[calc(1rem+env(safe-area-inset-bottom))]">
            {footer}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
