import { Link } from "@tanstack/react-router";
import { Unplug } from "lucide-react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";
import { AdmissionPage } from "./AdmissionPage";
import type { WayBack } from "@/lib/returnAddress";

interface Props extends WayBack {
  error: string;
  /** What was being done: signing in, or linking an account. */
  process?: "login" | "connect";
}

/** Somebody went to a provider and it did not work out: what happened, and the way back. */
export function SignInErrorPage({ error, process = "login", next }: Props) {
  const { t, has } = useTranslation();
  const known = `signInError.${error}`;
  return (
    <AdmissionPage
      icon={Unplug}
      title={t(process === "login" ? "signInError.title" : "signInError.linkTitle")}
      intro={has(known) ? t(known) : t("signInError.unknown")}
    >
      {process === "login" ? (
        <Link to="/sign-in" search={{ next }} className={buttonStyle("solid", "w-full")}>
          {t("signIn.back")}
        </Link>
      ) : (
        <Link to="/me/security" className={buttonStyle("solid", "w-full")}>
          {t("signInError.backToSecurity")}
        </Link>
      )}
    </AdmissionPage>
  );
}
