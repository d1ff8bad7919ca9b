import { Section } from "@/components/molecules/Section";
import type { Me } from "@/api/types";
import { LanguageField } from "@/features/locale/LanguageField";
import { RegionField } from "@/features/locale/RegionField";
import { ThemeField } from "@/features/theme/ThemeField";
import { useTranslation } from "@/i18n/i18n";
import { AccountPage } from "./AccountPage";
import { DataSection } from "./DataSection";
import { NameForm } from "./NameForm";
import { PictureField } from "./PictureField";
import { TogetherField } from "./TogetherField";

export function ProfilePage({ me }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <AccountPage tab="profile">
      <Section title={t("profile.who")} hint={t("profile.whoHint")}>
        <PictureField me={me} />
        <NameForm me={me} />
      </Section>
      <Section title={t("settings.appearance")} hint={t("profile.followsYou")}>
        <ThemeField />
      </Section>
      <Section title={t("settings.languageAndRegion")} hint={t("profile.followsYou")}>
        <div className="grid gap-6 sm:grid-cols-2">
          <LanguageField />
          <RegionField />
        </div>
      </Section>
      <Section title={t("profile.together")} hint={t("profile.togetherHint")}>
        <TogetherField me={me} />
      </Section>
      <DataSection />
    </AccountPage>
  );
}
