import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";

export function BackToSignIn() {
  const { t } = useTranslation();
  const { next } = useSearch({ strict: false });
  return (
    <p className="mt-6 text-center text-sm">
      <Link to="/sign-in" search={{ next }} className="text-muted underline-offset-4 hover:underline">
        {t("signIn.back")}
      </Link>
    </p>
  );
}
