import { Dialog } from "radix-ui";
import type { ComponentProps } from "react";
import { Curtain } from "@/components/atoms/Curtain";
import { OpenRoot } from "@/components/atoms/OpenRoot";
import { useFocusBack } from "@/lib/useFocusBack";

interface Props extends ComponentProps<typeof Dialog.Content> {
  /** For screen readers: it has no head. */
  title: string;
  close: () => void;
}

/** A bare dialog over the page, open as long as it is there. */
export function OpenDialog({ title, close, children, ...content }: Props) {
  const focusBack = useFocusBack();
  return (
    <OpenRoot close={close}>
      <Dialog.Portal>
        <Curtain />
        <Dialog.Content data-dialog aria-describedby={undefined} onCloseAutoFocus={focusBack} {...content}>
          <Dialog.Title className="sr-only">{title}</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </OpenRoot>
  );
}
