import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { Toast as Radix } from "radix-ui";
import { useTranslation } from "@/i18n/i18n";
import { toasts, type Toast } from "@/lib/toasts";
import { buttonStyle, iconButtonStyle } from "@/components/atoms/buttonStyle";

const LOOKS = {
  good: { icon: CircleCheck, colour: "text-good" },
  note: { icon: Info, colour: "text-accent" },
  bad: { icon: CircleAlert, colour: "text-bad" },
} as const;

const BRIEF = 5_000; // milliseconds; the clock stands while the pointer or the focus is on a toast
const LONG = 10_000; // for what wants a decision

/** One sentence, and what can be done about it. */
export function ToastCard({ toast: { id, text, look, undo, open } }: { toast: Toast }) {
  const { t } = useTranslation();
  const { icon: Icon, colour } = LOOKS[look];
  return (
    <Radix.Root
      open={open}
      type={look === "bad" ? "foreground" : "background"}
      duration={undo || look === "bad" ? LONG : BRIEF}
      onOpenChange={() => {
        toasts.close(id);
      }}
      // A dialog takes the pointer from everything beside it; not from this.
      className="pointer-events-auto flex animate-appear items-center gap-3 rounded-card border border-line bg-raised py-1 ps-4 pe-1 text-sm text-ink shadow-float transition-transform data-[state=closed]:animate-fade data-[state=closed]:[animation-direction:reverse] data-[swipe=cancel]:translate-x-0 data-[swipe=end]:translate-x-(--radix-toast-swipe-end-x) data-[swipe=move]:translate-x-(--radix-toast-swipe-move-x) data-[swipe=move]:transition-none"
    >
      <Icon aria-hidden className={`size-4.5 shrink-0 ${colour}`} />
      <Radix.Description className="min-w-0 grow py-2.5 wrap-anywhere">{text}</Radix.Description>
      {undo && (
        <Radix.Action
          altText={t("toast.undoHint")}
          className={buttonStyle("bare", "min-h-10 px-3.5 text-accent!")}
          onClick={() => {
            toasts.undo(id);
          }}
        >
          {t("toast.undo")}
        </Radix.Action>
      )}
      <Radix.Close aria-label={t("toast.close")} className={iconButtonStyle("size-10 [&_svg]:size-4.5")}>
        <X aria-hidden />
      </Radix.Close>
    </Radix.Root>
  );
}
