import { Link } from "@tanstack/react-router";
import { SlidersHorizontal } from "lucide-react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
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
        <div className="flex flex-wrap items-center max-sm:-ms-3.5 sm:-me-3.5">
          <MarkAll />
          <Link to="/settings" hash="notifications" className={buttonStyle("bare", "min-h-10 px-3.5")}>
            <SlidersHorizontal aria-hidden />
            {t("settings.title")}
          </Link>
        </div>
      </div>
      <div className="-mx-3">
        <NotificationList heading="h2" />
      </div>
    </div>
  );
}
