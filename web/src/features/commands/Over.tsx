import type { ReactNode } from "react";
import { OpenDialog } from "@/components/organisms/OpenDialog";

interface Props {
  title: string;
  close: () => void;
  children: ReactNode;
}

/** A dialog without a head, high on the page where the eye already is. */
export function Over({ title, close, children }: Props) {
  return (
    <OpenDialog
      title={title}
      close={close}
      className="fixed inset-x-2 top-2 z-50 mx-auto flex max-h-[calc(100dvh-1rem)] max-w-xl animate-appear flex-col overflow-hidden rounded-screen border border-line bg-surface shadow-float sm:top-[12dvh] sm:max-h-[70dvh]"
    >
      {children}
    </OpenDialog>
  );
}
