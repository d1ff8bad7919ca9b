import { useTranslation } from "@/i18n/i18n";
import { MarkAll } from "./MarkAll";
import { NotificationList } from "./NotificationList";

/** All that one was told. */
export function NotificationsPage() {
  const { t } = useTranslation();
  return (
    <div className="gutter max-w-3xl pt-4">
      <title>{t("app.pageTitle", { page: t("bell.title") })}</title>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <h1 className="display text-4xl">{t("bell.title")}</h1>
        <MarkAll />
      </div>
      <div className="-mx-3">
        <NotificationList heading="h2" />
      </div>
    </div>
  );
}
