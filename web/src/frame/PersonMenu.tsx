import { Link, useRouter } from "@tanstack/react-router";
import { LogOut } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "@/i18n/i18n";
import type { Me } from "@/api/types";
import { Avatar } from "@/components/atoms/Avatar";
import { useProfileHere } from "@/features/me/useProfileHere";
import { useSignOut } from "@/features/me/useSignOut";
import { accountLinks } from "./accountLinks";

const ITEM =
  "flex min-h-11 w-full items-center gap-3 rounded-card px-3 text-sm hover:bg-ink/7 [&_svg]:size-4.5 [&_svg]:text-muted";

/** The picture of whoever is signed in; pressed, it shows where their account leads. Fetched only for them. */
export default function PersonMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const menu = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const signOut = useSignOut();
  useProfileHere(me);
  useEffect(() => router.subscribe("onBeforeNavigate", () => menu.current?.hidePopover()), [router]);
  const name = me.displayName || me.username;
  return (
    <>
      <button
        type="button"
        popoverTarget="account-menu"
        aria-label={t("account.menu", { name })}
        className="-me-1 inline-flex size-11 shrink-0 items-center justify-center rounded-full"
      >
        <Avatar person={me} className="size-9 text-sm" />
      </button>
      <div
        ref={menu}
        id="account-menu"
        popover="auto"
        className="fixed inset-auto end-(--gutter) top-[calc(var(--header)-0.25rem)] m-0 w-66 rounded-screen border border-line bg-raised p-2 text-ink shadow-float open:animate-appear"
      >
        <p className="px-3 pt-2 pb-3">
          <span dir="auto" className="block truncate font-semibold">
            {name}
          </span>
          <span className="block truncate text-2xs text-muted">{me.email}</span>
        </p>
        <nav aria-label={t("account.label")} className="border-y border-line/70 py-1.5">
          <ul>
            {accountLinks(me.role).map(({ name: page, icon: Icon, link }) => (
              <li key={page}>
                <Link {...link} className={ITEM} activeProps={{ className: "font-semibold" }}>
                  <Icon aria-hidden />
                  {t(`account.${page}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <button type="button" className={`${ITEM} mt-1.5`} onClick={() => void signOut()}>
          <LogOut aria-hidden />
          {t("account.signOut")}
        </button>
      </div>
    </>
  );
}
