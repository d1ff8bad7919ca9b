import { createFileRoute } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";
import { LanguageField } from "@/features/locale/LanguageField";
import { useMe } from "@/features/me/queries";
import { RegionField } from "@/features/locale/RegionField";
import { ThemeField } from "@/features/theme/ThemeField";

export const Route = createFileRoute("/settings")({ component: Settings });

function Settings() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <div className="gutter max-w-3xl pt-4">
      <title>{t("app.pageTitle", { page: t("settings.title") })}</title>
      <h1 className="display text-4xl">{t("settings.title")}</h1>
      <p className="mt-1.5 text-muted">{t(me ? "settings.everywhere" : "settings.here")}</p>
      <section className="mt-9">
        <h2 className="display mb-4 text-heading">{t("settings.appearance")}</h2>
        <ThemeField />
      </section>
      <section className="mt-10">
        <h2 className="display mb-4 text-heading">{t("settings.languageAndRegion")}</h2>
        <div className="grid gap-6 sm:grid-cols-2">
          <LanguageField />
          <RegionField />
        </div>
      </section>
    </div>
  );
}
