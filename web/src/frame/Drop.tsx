import { useRouter } from "@tanstack/react-router";
import { Dialog } from "radix-ui";
import { useEffect, type ReactNode, type RefObject } from "react";
import { Curtain } from "@/components/atoms/Curtain";
import { OpenRoot } from "@/components/atoms/OpenRoot";
import { cx } from "@/lib/cx";

const FIRST = "a[href], button, input";

interface Props {
  title: string;
  /** The button that shows and hides it; the focus goes back there. */
  trigger: RefObject<HTMLButtonElement | null>;
  close: () => void;
  className?: string;
  children: ReactNode;
}

/** What hangs from a button of the top bar, or comes from below on a phone. It goes with the page, and with the focus. */
export function Drop({ title, trigger, close, className, children }: Props) {
  const router = useRouter();
  useEffect(() => router.subscribe("onBeforeNavigate", close), [router, close]);
  return (
    <OpenRoot modal={false} close={close}>
      <Dialog.Portal>
        <div className="sm:hidden">
          <Curtain />
        </div>
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault(); // Radix passes links over: arrow keys would then change the first choice among them
            if (event.currentTarget instanceof HTMLElement)
              event.currentTarget.querySelector<HTMLElement>(FIRST)?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault(); // Radix would look for a trigger of its own
            if (!document.activeElement || document.activeElement === document.body) trigger.current?.focus();
          }}
          onInteractOutside={(event) => {
            const { target } = event.detail.originalEvent;
            // The button does the closing itself; a message at the edge belongs to what was done in here.
            if (target instanceof Node && trigger.current?.contains(target)) event.preventDefault();
          }}
          className={cx(
            "fixed inset-x-0 bottom-0 z-50 flex max-h-[88dvh] animate-appear flex-col overflow-hidden rounded-t-screen border-line bg-raised pb-[env(safe-area-inset-bottom)] text-ink shadow-float outline-none",
            "sm:inset-x-auto sm:end-(--gutter) sm:top-[calc(var(--header)-0.25rem)] sm:bottom-auto sm:max-h-[calc(100dvh-var(--header)-1rem)] sm:rounded-screen sm:border sm:pb-0",
            className,
          )}
        >
          <Dialog.Title className="sr-only">{title}</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </OpenRoot>
  );
}
