import { DoorClosed } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import { AdmissionPage } from "./AdmissionPage";
import { BackToSignIn } from "./BackToSignIn";

/** Nobody can join by themselves. */
export function ClosedPage() {
  const { t } = useTranslation();
  return (
    <AdmissionPage icon={DoorClosed} title={t("signUp.closedTitle")} intro={t("signUp.closed")}>
      <BackToSignIn />
    </AdmissionPage>
  );
}
