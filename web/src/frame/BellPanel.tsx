import { Link } from "@tanstack/react-router";
import type { RefObject } from "react";
import { MarkAll } from "@/features/notifications/MarkAll";
import { NotificationList } from "@/features/notifications/NotificationList";
import { useTranslation } from "@/i18n/i18n";
import { Drop } from "./Drop";

const FOOT =
  "flex min-h-12 flex-1 items-center justify-center px-3 text-center text-sm font-semibold text-accent -outline-offset-2 hover:bg-ink/5";

interface Props {
  trigger: RefObject<HTMLButtonElement | null>;
  close: () => void;
}

/** The newest of what one was told, over any page. */
export default function BellPanel({ trigger, close }: Props) {
  const { t } = useTranslation();
  return (
    <Drop title={t("bell.title")} trigger={trigger} close={close} className="sm:w-100">
      <div className="flex min-h-14 items-center justify-between gap-2 ps-5 pe-2">
        <h2 className="display text-xl">{t("bell.title")}</h2>
        <MarkAll />
      </div>
      <div className="min-h-0 grow overflow-y-auto overscroll-contain px-2 pb-2 sm:max-h-142">
        <NotificationList heading="h3" />
      </div>
      <div className="flex divide-x divide-line/70 border-t border-line/70">
        <Link to="/notifications" className={FOOT}>
          {t("bell.all")}
        </Link>
        <Link to="/settings" hash="notifications" className={FOOT}>
          {t("settings.title")}
        </Link>
      </div>
    </Drop>
  );
}
