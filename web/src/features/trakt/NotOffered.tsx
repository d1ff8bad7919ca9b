import { Link } from "@tanstack/react-router";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Notice } from "@/components/molecules/Notice";
import { useMe } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";

/** That nobody can link an account here yet, and who could change that. */
export function NotOffered() {
  const { t } = useTranslation();
  const isAdministrator = useMe()?.role === "administrator";
  return (
    <Notice>
      <p>{t(isAdministrator ? "trakt.notHereYours" : "trakt.notHere")}</p>
      {isAdministrator && (
        <Link to="/connections" className={buttonStyle("soft", "mt-3")}>
          {t("trakt.setUp")}
        </Link>
      )}
    </Notice>
  );
}
