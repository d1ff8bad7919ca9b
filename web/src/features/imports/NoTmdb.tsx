import { NotConnected } from "@/features/connections/NotConnected";
import { useTranslation } from "@/i18n/i18n";

/** Why titles that the catalogue does not have stay unknown. */
export function NoTmdb() {
  const { t } = useTranslation();
  return (
    <div className="mb-5 max-w-prose">
      <NotConnected yours={t("imports.noTmdbYours")} others={t("imports.noTmdb")} connect={t("imports.connect")} />
    </div>
  );
}
