import { Link } from "@tanstack/react-router";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Notice } from "@/components/molecules/Notice";
import { useMe } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";

/** Why titles that the catalogue does not have stay unknown, and who could change that. */
export function NoTmdb() {
  const { t } = useTranslation();
  const isAdministrator = useMe()?.role === "administrator";
  return (
    <div className="mb-5 max-w-prose">
      <Notice>
        <p>{t(isAdministrator ? "imports.noTmdbYours" : "imports.noTmdb")}</p>
        {isAdministrator && (
          <Link to="/connections" className={buttonStyle("soft", "mt-3")}>
            {t("imports.connect")}
          </Link>
        )}
      </Notice>
    </div>
  );
}
