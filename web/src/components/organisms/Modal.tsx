import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/i18n";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { Curtain } from "@/components/atoms/Curtain";
import { OpenRoot } from "@/components/atoms/OpenRoot";
import { useFocusBack } from "@/lib/useFocusBack";

interface Props {
  title: string;
  detail?: ReactNode;
  close: () => void;
  children: ReactNode;
}

/** A question over the page, open as long as it is there. */
export function Modal({ title, detail, close, children }: Props) {
  const { t } = useTranslation();
  const focusBack = useFocusBack();
  return (
    <OpenRoot close={close}>
      <Dialog.Portal>
        {/* A layer of its own, so that its curtain also covers a dialog that was open before. */}
        <div className="relative z-50">
          <Curtain />
          <Dialog.Content
            data-dialog
            onCloseAutoFocus={focusBack}
            onKeyDown={(event) => {
              // Radix gives Escape to what came last, and that may be a toast.
              if (event.key === "Escape" && !event.defaultPrevented) close();
            }}
            {...(!detail && { "aria-describedby": undefined })}
            className="fixed inset-x-0 bottom-0 z-50 max-h-[92dvh] animate-appear overflow-y-auto overscroll-contain rounded-t-screen bg-surface px-6 pt-5 pb-[calc(1.5rem+env(safe-area-inset-bottom))] sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[min(92vw,30rem)] sm:-translate-1/2 sm:rounded-screen sm:pb-6"
          >
            <div className="flex items-start justify-between gap-4">
              <Dialog.Title className="display pt-1.5 text-2xl">{title}</Dialog.Title>
              <Dialog.Close className={iconButtonStyle("-me-3")} aria-label={t("dialog.close")}>
                <X aria-hidden />
              </Dialog.Close>
            </div>
            {detail && (
              <Dialog.Description asChild>
                <div className="mt-1 text-sm text-muted">{detail}</div>
              </Dialog.Description>
            )}
            <div className="mt-5">{children}</div>
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </OpenRoot>
  );
}
