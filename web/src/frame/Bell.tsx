import { Bell as Icon } from "lucide-react";
import { lazy, Suspense, useCallback, useRef, useState } from "react";
import { useNotifications } from "@/features/notifications/useNotifications";
import { useTranslation } from "@/i18n/i18n";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";

const BellPanel = lazy(() => import("./BellPanel"));

const MOST = 99; // that fit into the badge

/** How much is new; pressed, it tells what. */
export function Bell() {
  const { t } = useTranslation();
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const { unread } = useNotifications();
  const close = useCallback(() => {
    setOpen(false);
  }, []);
  return (
    <>
      <button
        ref={trigger}
        type="button"
        aria-label={t("bell.button", { count: unread })}
        aria-haspopup="dialog"
        aria-expanded={open}
        className={iconButtonStyle("relative")}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <Icon aria-hidden />
        {unread > 0 && (
          <span
            aria-hidden
            className="absolute end-1 top-1 min-w-4.5 rounded-full bg-accent px-1 text-center text-3xs leading-4.5 font-bold text-on-accent"
          >
            {unread > MOST ? `${MOST}+` : unread}
          </span>
        )}
      </button>
      <Suspense>{open && <BellPanel trigger={trigger} close={close} />}</Suspense>
    </>
  );
}
