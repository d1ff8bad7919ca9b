import { CheckCheck } from "lucide-react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";
import { useNotificationDeeds } from "./useNotificationDeeds";
import { useNotifications } from "./useNotifications";

/** Marks everything as read, where anything is unread. */
export function MarkAll() {
  const { t } = useTranslation();
  const { items = [], unread } = useNotifications();
  const { markAll } = useNotificationDeeds();
  if (unread === 0) return null;
  return (
    <button
      type="button"
      className={buttonStyle("bare", "min-h-10 px-3.5")}
      onClick={() => {
        markAll(items);
      }}
    >
      <CheckCheck aria-hidden />
      {t("bell.markAll")}
    </button>
  );
}
