import { createFileRoute } from "@tanstack/react-router";
import { Suspense } from "react";
import { Bone, Skeleton } from "@/components/atoms/Skeleton";
import { Section } from "@/components/molecules/Section";
import { LanguageField } from "@/features/locale/LanguageField";
import { RegionField } from "@/features/locale/RegionField";
import { useMe } from "@/features/me/queries";
import { PreferencesSection } from "@/features/notifications/PreferencesSection";
import RowsSection from "@/features/rows/RowsSection";
import { ThemeField } from "@/features/theme/ThemeField";
import { learn, useTranslation } from "@/i18n/i18n";

export const Route = createFileRoute("/settings")({
  loader: () => Promise.all([learn("home"), learn("frame")]),
  component: Settings,
});

function Settings() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <div className="gutter max-w-5xl pt-4">
      <title>{t("app.pageTitle", { page: t("settings.title") })}</title>
      <h1 className="display text-4xl">{t("settings.title")}</h1>
      <p className="mt-1.5 mb-9 text-muted">{t(me ? "settings.everywhere" : "settings.here")}</p>
      <Section title={t("settings.appearance")}>
        <ThemeField />
      </Section>
      <Section title={t("settings.languageAndRegion")}>
        <div className="grid gap-6 sm:grid-cols-2">
          <LanguageField />
          <RegionField />
        </div>
      </Section>
      {me && (
        <Section id="notifications" title={t("bell.title")} hint={t("bell.choiceHint")}>
          <Suspense fallback={<RowBones count={2} />}>
            <PreferencesSection />
          </Suspense>
        </Section>
      )}
      <Section id="rows" title={t("rowChoice.title")} hint={t("rowChoice.hint")}>
        <Suspense fallback={<RowBones count={8} />}>
          <RowsSection />
        </Suspense>
      </Section>
    </div>
  );
}

function RowBones({ count }: { count: number }) {
  return (
    <Skeleton className="space-y-2">
      {Array.from({ length: count }, (_, index) => (
        <Bone key={index} className="h-13 w-full" />
      ))}
    </Skeleton>
  );
}
