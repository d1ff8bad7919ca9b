import { Link, useLocation } from "@tanstack/react-router";
import { LogIn } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "@/i18n/i18n";
import { returnAddress } from "@/lib/returnAddress";
import { useMe } from "@/features/me/queries";
import { buttonStyle } from "@/components/atoms/buttonStyle";

const PersonMenu = lazy(() => import("./PersonMenu"));

/** Who is signed in and where that leads, or the way in. */
export function AccountMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const here = useLocation({ select: ({ href }) => href });
  const place = <span className="size-11 shrink-0" />;
  if (me === undefined) return place;
  if (me) {
    return (
      <Suspense fallback={place}>
        <PersonMenu me={me} />
      </Suspense>
    );
  }
  const next = returnAddress(here);
  return (
    <Link to="/sign-in" search={next === "/" ? {} : { next }} className={buttonStyle("soft", "min-h-9 px-4")}>
      <LogIn aria-hidden className="max-sm:hidden" />
      {t("account.signIn")}
    </Link>
  );
}
