import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Keyboard, Languages, Link2, ListOrdered, Monitor, Moon, RefreshCw, Sun, SunMoon } from "lucide-react";
import { chooseLanguage } from "@/features/locale/locale";
import { chooseTheme, THEMES } from "@/features/theme/theme";
import { LANGUAGES, useTranslation } from "@/i18n/i18n";
import { formats, ownName } from "@/lib/format";
import { toast } from "@/lib/toasts";
import type { Command } from "./commands";
import { showOverlay } from "./overlay";

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

/** What can be done from the palette, whatever page lies below. */
export function useActions(): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const theme = t("command.theme");
  const language = t("command.language");
  const copyLink = async () => {
    await navigator.clipboard.writeText(location.href);
    toast({ text: t("command.linkCopied"), look: "good" });
  };
  const refresh = async () => {
    await queryClient.invalidateQueries();
    toast({ text: t("command.refreshed"), look: "good" });
  };
  const actions: Command[] = [
    { id: "theme", label: t("command.changeTheme"), icon: SunMoon, words: theme, fills: `${theme} ` },
    { id: "language", label: t("command.changeLanguage"), icon: Languages, words: language, fills: `${language} ` },
    { id: "refresh", label: t("command.refresh"), icon: RefreshCw, run: () => void refresh() },
    {
      id: "rows",
      label: t("command.rows"),
      icon: ListOrdered,
      run: () => void navigate({ to: "/settings", hash: "rows" }),
    },
    {
      id: "shortcuts",
      label: t("command.shortcuts"),
      icon: Keyboard,
      run: () => {
        showOverlay("shortcuts");
      },
    },
  ];
  // Without a secure origin a browser offers no clipboard.
  if (window.isSecureContext) {
    actions.splice(2, 0, { id: "link", label: t("command.copyLink"), icon: Link2, run: () => void copyLink() });
  }
  const themes = THEMES.map((name) => ({
    id: `theme:${name}`,
    label: `${theme}: ${t(`settings.themes.${name}`)}`,
    icon: THEME_ICONS[name],
    quiet: true,
    run: () => {
      chooseTheme(name);
    },
  }));
  const languages = LANGUAGES.map((code) => ({
    id: `language:${code}`,
    label: `${language}: ${ownName(code)}`,
    icon: Languages,
    words: formats("en").language(code), // whoever cannot read this language may know its English name
    quiet: true,
    run: () => void chooseLanguage(code),
  }));
  return [...actions, ...themes, ...languages];
}
