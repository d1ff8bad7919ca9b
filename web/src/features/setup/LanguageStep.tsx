import { Link } from "@tanstack/react-router";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { LanguageField } from "@/features/locale/LanguageField";
import { RegionField } from "@/features/locale/RegionField";
import { useTranslation } from "@/i18n/i18n";
import { StepPage } from "./StepPage";

/** What the administrator reads, and where they watch; kept with their account as soon as it is chosen. */
export function LanguageStep() {
  const { t } = useTranslation();
  return (
    <StepPage step="language" title={t("firstRun.language.title")} intro={t("firstRun.language.intro")}>
      <div className="space-y-6">
        <LanguageField />
        <RegionField />
        <Link to="/setup" search={{ step: "tmdb" }} className={buttonStyle("solid", "w-full")}>
          {t("firstRun.next")}
        </Link>
      </div>
    </StepPage>
  );
}
