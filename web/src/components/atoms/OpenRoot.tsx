import { Dialog } from "radix-ui";

interface Props extends Pick<Dialog.DialogProps, "modal" | "children"> {
  close: () => void;
}

/** Holds a dialog that is open as long as it is there. */
export function OpenRoot({ close, ...root }: Props) {
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) close();
      }}
      {...root}
    />
  );
}
