import { Dialog } from "radix-ui";
import { useState, type ReactNode } from "react";
import { Curtain } from "@/components/atoms/Curtain";

interface Props {
  title: string;
  close: () => void;
  children: ReactNode;
}

/** A dialog without a head, high on the page where the eye already is; the focus goes back to where it came from. */
export function Over({ title, close, children }: Props) {
  const [origin] = useState(() => document.activeElement);
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Dialog.Portal>
        <Curtain />
        <Dialog.Content
          data-dialog
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault(); // Radix would look for a trigger
            if (origin instanceof HTMLElement) origin.focus();
          }}
          className="fixed inset-x-2 top-2 z-50 mx-auto flex max-h-[calc(100dvh-1rem)] max-w-xl animate-appear flex-col overflow-hidden rounded-screen border border-line bg-surface shadow-float sm:top-[12dvh] sm:max-h-[70dvh]"
        >
          <Dialog.Title className="sr-only">{title}</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
