import { useNavigate } from "@tanstack/react-router";
import { ArrowLeftRight, Bell, Link2, LogIn, LogOut, Popcorn } from "lucide-react";
import { CommandPalette } from "@/features/commands/CommandPalette";
import type { Command } from "@/features/commands/commands";
import { Over } from "@/features/commands/Over";
import { showOverlay } from "@/features/commands/overlay";
import { useMe } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";
import { accountLinks } from "./accountLinks";
import { useDestinations } from "./destinations";
import { useGoodbye } from "./useGoodbye";

const close = () => {
  showOverlay(null);
};

/** The command palette with the pages and deeds that the frame knows, for whoever is there. */
export default function Palette() {
  const { t } = useTranslation();
  const me = useMe();
  const actions = useDoor(Boolean(me));
  return (
    <Over title={t("command.label")} close={close}>
      <CommandPalette pages={usePages()} actions={actions} person={me?.id ?? ""} close={close} />
    </Over>
  );
}

function usePages(): Command[] {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const everybodys = useDestinations().map(({ name, icon, link }) => ({
    id: name,
    label: t(`nav.${name}`),
    icon,
    run: () => void navigate(link),
  }));
  if (!me) return everybodys;
  const own = accountLinks(me.role)
    .flatMap(({ links }) => [...links])
    .map(({ name, icon, link }) => ({
      id: name,
      label: t(`account.${name}`),
      icon,
      run: () => void navigate(link),
    }));
  const notifications = { id: "notifications", label: t("bell.title"), icon: Bell, run: () => void navigate({ to: "/notifications" }) }; // prettier-ignore
  const imports = { id: "imports", label: t("account.transfer"), icon: ArrowLeftRight, run: () => void navigate({ to: "/imports" }) }; // prettier-ignore
  const services = { id: "services", label: t("account.linked"), icon: Link2, run: () => void navigate({ to: "/me/services" }) }; // prettier-ignore
  const together = { id: "together", label: t("account.together"), icon: Popcorn, run: () => void navigate({ to: "/together" }) }; // prettier-ignore
  return [...everybodys, notifications, ...own, together, imports, services];
}

/** The way in or the way out. */
function useDoor(inside: boolean): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const goodbye = useGoodbye();
  return inside
    ? [{ id: "sign-out", label: t("account.signOut"), icon: LogOut, run: () => void goodbye() }]
    : [{ id: "sign-in", label: t("account.signIn"), icon: LogIn, run: () => void navigate({ to: "/sign-in" }) }];
}
