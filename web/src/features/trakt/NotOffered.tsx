import { NotConnected } from "@/features/connections/NotConnected";
import { useTranslation } from "@/i18n/i18n";

/** That nobody can link an account here yet. */
export function NotOffered() {
  const { t } = useTranslation();
  return <NotConnected yours={t("trakt.notHereYours")} others={t("trakt.notHere")} connect={t("trakt.setUp")} />;
}
