import { lazy, Suspense, useCallback, useRef, useState } from "react";
import type { Me } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";
import { Avatar } from "@/components/atoms/Avatar";

const PersonPanel = lazy(() => import("./PersonPanel"));

/** The picture of whoever is signed in; pressed, it shows where their account leads. */
export function PersonMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => {
    setOpen(false);
  }, []);
  return (
    <>
      <button
        ref={trigger}
        type="button"
        aria-label={t("account.menu", { name: me.displayName || me.username })}
        aria-haspopup="dialog"
        aria-expanded={open}
        className="-me-1 inline-flex size-11 shrink-0 items-center justify-center rounded-full"
        onClick={() => {
          setOpen(!open);
        }}
      >
        <Avatar person={me} className="size-9 text-sm" />
      </button>
      <Suspense>{open && <PersonPanel me={me} trigger={trigger} close={close} />}</Suspense>
    </>
  );
}
