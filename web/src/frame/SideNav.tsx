import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";
import { useDestinations } from "./destinations";
import { Wordmark } from "./Wordmark";

/** The way round the house: a rail of icons on a tablet, with words on a wide screen. */
export function SideNav() {
  const { t } = useTranslation();
  return (
    <nav
      aria-label={t("nav.main")}
      className="sticky top-0 hidden h-dvh w-20 shrink-0 flex-col border-e border-line/70 md:flex xl:w-58"
    >
      <div className="flex h-(--header) items-center justify-center xl:justify-start xl:px-6">
        <Wordmark />
      </div>
      <ul className="mt-3 flex flex-col gap-1 px-2 xl:px-3">
        {useDestinations().map(({ name, icon: Icon, link }) => (
          <li key={name} className={name === "settings" ? "mt-4 border-t border-line/70 pt-4" : undefined}>
            <Link
              {...link}
              className="flex min-h-11 flex-col items-center justify-center gap-1 rounded-card px-2 py-2 text-3xs text-muted transition-colors hover:bg-ink/6 hover:text-ink xl:flex-row xl:justify-start xl:gap-3.5 xl:px-4 xl:text-base"
              activeProps={{
                className:
                  "bulb font-semibold text-ink! [--bulb-start:0.4rem] [--bulb-top:0.6rem] xl:[--bulb-start:0.1rem] xl:[--bulb-top:calc(50%-0.1875rem)]",
              }}
            >
              <Icon aria-hidden className="size-5 shrink-0" strokeWidth={1.75} />
              {t(`nav.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
