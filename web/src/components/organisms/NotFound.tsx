import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Message } from "@/components/molecules/Message";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <>
      <title>{t("app.pageTitle", { page: t("error.notFoundTitle") })}</title>
      <Message sign="404" title={t("error.notFoundTitle")} detail={t("error.notFound")}>
        <Link to="/" className={buttonStyle("solid")}>
          {t("error.home")}
        </Link>
        <Link to="/search" search={{ q: "" }} className={buttonStyle()}>
          {t("nav.search")}
        </Link>
      </Message>
    </>
  );
}
