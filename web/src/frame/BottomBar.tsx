import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";
import { useDestinations } from "./destinations";

const ROOM = 5; // thumbs wide

/** The way round the house on a phone. */
export function BottomBar() {
  const { t } = useTranslation();
  const all = useDestinations();
  const shown = all.length > ROOM ? all.filter(({ name }) => name !== "settings") : all; // the account's menu has them, too
  return (
    <nav
      aria-label={t("nav.main")}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-ground/97 pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex h-(--bottom-bar)">
        {shown.map(({ name, icon: Icon, link }) => (
          <li key={name} className="flex-1">
            <Link
              {...link}
              className="flex size-full flex-col items-center justify-center gap-1 text-3xs text-muted focus-visible:-outline-offset-4"
              activeProps={{
                className: "bulb font-semibold text-ink! [--bulb-start:calc(50%-0.1875rem)] [--bulb-top:0.4rem]",
              }}
            >
              <Icon aria-hidden className="mt-1.5 size-5.5" strokeWidth={1.75} />
              {t(`nav.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
