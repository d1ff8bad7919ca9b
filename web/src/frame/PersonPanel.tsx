import { Link } from "@tanstack/react-router";
import { LogOut, SlidersHorizontal } from "lucide-react";
import type { RefObject } from "react";
import type { Me } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";
import { accountLinks } from "./accountLinks";
import { Drop } from "./Drop";
import { QuickChoices } from "./QuickChoices";
import { useGoodbye } from "./useGoodbye";

const ITEM =
  "flex min-h-11 w-full items-center gap-3 pointer-fine:min-h-9 rounded-card px-3 text-sm -outline-offset-2 hover:bg-ink/7 [&_svg]:size-4.5 [&_svg]:text-muted";

interface Props {
  me: Me;
  trigger: RefObject<HTMLButtonElement | null>;
  close: () => void;
}

/** Who one is here, one's own pages, those of the house for who keeps it, and how it all looks. */
export default function PersonPanel({ me, trigger, close }: Props) {
  const { t } = useTranslation();
  const goodbye = useGoodbye();
  return (
    <Drop title={t("account.label")} trigger={trigger} close={close} className="sm:w-72">
      <div className="scroll-hint overflow-y-auto overscroll-contain p-2">
        <p className="px-3 pt-2 pb-3">
          <span className="block truncate font-semibold">{me.displayName || me.username}</span>
          <span className="block truncate text-2xs text-muted">{me.email}</span>
        </p>
        {accountLinks(me.role).map(({ group, links }) => (
          <nav key={group} aria-label={t(`account.${group}`)} className="border-t border-line/70 py-1.5">
            {group === "administration" && (
              <p aria-hidden className="px-3 pt-1.5 pb-1 text-2xs text-faint">
                {t("account.administration")}
              </p>
            )}
            <ul className="max-sm:grid max-sm:grid-cols-2">
              {links.map(({ name, icon: Icon, link }) => (
                <li key={name}>
                  <Link {...link} className={ITEM} activeProps={{ className: "font-semibold" }}>
                    <Icon aria-hidden />
                    {t(`account.${name}`)}
                  </Link>
                </li>
              ))}
              {group === "own" && (
                <li>
                  <Link to="/settings" className={ITEM} activeProps={{ className: "font-semibold" }}>
                    <SlidersHorizontal aria-hidden />
                    {t("nav.settings")}
                  </Link>
                </li>
              )}
            </ul>
          </nav>
        ))}
        <QuickChoices />
        <div className="border-t border-line/70 pt-1.5">
          <button type="button" className={ITEM} onClick={() => void goodbye()}>
            <LogOut aria-hidden />
            {t("account.signOut")}
          </button>
        </div>
      </div>
    </Drop>
  );
}
