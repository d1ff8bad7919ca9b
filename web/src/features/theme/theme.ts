import { useSyncExternalStore } from "react";
import { stored, useStored } from "@/lib/stored";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

// public/theme.js reads the same key before the first paint.
export const themeChoice = stored<Theme>("matinee.theme", THEMES, "system");

export function useTheme(): Theme {
  return useStored(themeChoice);
}

export function chooseTheme(theme: Theme): void {
  themeChoice.set(theme);
}

/** Shows the chosen theme, now and whenever the choice changes, in this tab or another. */
export function followTheme(): void {
  const show = () => {
    const theme = themeChoice.get();
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  themeChoice.subscribe(show);
  show();
}

const deviceIsDark = matchMedia("(prefers-color-scheme: dark)");

/** Whether the page is dark right now, be it by choice or by the device. */
export function useIsDark(): boolean {
  const theme = useTheme();
  const device = useSyncExternalStore(followDevice, () => deviceIsDark.matches);
  return theme === "system" ? device : theme === "dark";
}

function followDevice(changed: () => void): () => void {
  deviceIsDark.addEventListener("change", changed);
  return () => {
    deviceIsDark.removeEventListener("change", changed);
  };
}
