import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { chipStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";

const TABS = [
  { name: "people", to: "/users" },
  { name: "invitations", to: "/users/invitations" },
  { name: "rules", to: "/users/rules" },
] as const;

interface Props {
  tab: (typeof TABS)[number]["name"];
  /** What can be done on this page, beside its name. */
  action?: ReactNode;
  children: ReactNode;
}

/** The frame of the pages about everybody else. */
export function UsersFrame({ tab, action, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className="gutter max-w-5xl pt-4">
      <title>{t("app.pageTitle", { page: t("account.users") })}</title>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="display text-4xl">{t("account.users")}</h1>
        {action}
      </div>
      <nav aria-label={t("account.users")} className="mt-4 mb-7">
        <ul className="flex flex-wrap gap-2">
          {TABS.map(({ name, to }) => (
            <li key={name}>
              <Link to={to} aria-current={name === tab ? "page" : undefined} className={chipStyle(name === tab)}>
                {t(`users.tabs.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}
