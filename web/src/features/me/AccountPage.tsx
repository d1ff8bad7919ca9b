import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { chipStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";

const TABS = [
  { name: "profile", to: "/me" },
  { name: "security", to: "/me/security" },
  { name: "services", to: "/me/services" },
] as const;

/** The frame of the pages about oneself. */
export function AccountPage({ tab, children }: { tab: (typeof TABS)[number]["name"]; children: ReactNode }) {
  const { t } = useTranslation();
  const title = t(`account.${tab}`);
  return (
    <div className="gutter max-w-6xl pt-4">
      <title>{t("app.pageTitle", { page: title })}</title>
      <h1 className="display text-4xl">{title}</h1>
      <nav aria-label={t("account.label")} className="mt-4 mb-8">
        <ul className="flex flex-wrap gap-2">
          {TABS.map(({ name, to }) => (
            <li key={name}>
              <Link to={to} aria-current={name === tab ? "page" : undefined} className={chipStyle(name === tab)}>
                {t(`account.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}
