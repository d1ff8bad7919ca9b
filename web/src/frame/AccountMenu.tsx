import { Link, useLocation } from "@tanstack/react-router";
import { LogIn } from "lucide-react";
import { lazy, Suspense } from "react";
import { learn, useTranslation } from "@/i18n/i18n";
import { returnAddress } from "@/lib/returnAddress";
import { useMe } from "@/features/me/queries";
import { Apart } from "@/components/atoms/Apart";
import { buttonStyle } from "@/components/atoms/buttonStyle";

const PersonCorner = lazy(async () => {
  const [corner] = await Promise.all([import("./PersonCorner"), learn("frame")]);
  return corner;
});

/** Who is signed in and where that leads, or the way in. */
export function AccountMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const here = useLocation({ select: ({ href }) => href });
  const place = <span className="h-11 w-22 shrink-0" />;
  if (me === undefined) return place;
  if (me) {
    return (
      <Apart>
        <Suspense fallback={place}>
          <PersonCorner me={me} />
        </Suspense>
      </Apart>
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
