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

const STILL = 400; // milliseconds: the new colours are there, and nobody waits for what their end costs

/** Shows the chosen theme, now and whenever the choice changes, in this tab or another. */
export function followTheme(): void {
  let moving: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    const { dataset } = document.documentElement;
    const theme = themeChoice.get();
    // A change of every colour at once is no movement: hundreds of transitions would only be late.
    dataset.still = "";
    clearTimeout(moving);
    moving = setTimeout(() => delete dataset.still, STILL);
    if (theme === "system") delete dataset.theme;
    else dataset.theme = theme;
  };
  themeChoice.subscribe(() => {
    afterNextPaint(show);
  });
  show();
}

/** So that what was pressed shows it at once: every colour of a long page takes a weak phone longer than an eye blinks. */
function afterNextPaint(deed: () => void): void {
  requestAnimationFrame(() => setTimeout(deed));
}

const deviceIsDark = matchMedia("(prefers-color-scheme: dark)");

/** What a switch turns to: away from the device's side first, so that every press is seen, then along with it, then as it is. */
export function useNextTheme(): Theme {
  const theme = useTheme();
  const dark = useSyncExternalStore(followDevice, () => deviceIsDark.matches);
  const against = dark ? "light" : "dark";
  if (theme === "system") return against;
  return theme === against ? (dark ? "dark" : "light") : "system";
}

function followDevice(changed: () => void): () => void {
  deviceIsDark.addEventListener("change", changed);
  return () => {
    deviceIsDark.removeEventListener("change", changed);
  };
}
