import { Monitor, Moon, Sun } from "lucide-react";
import { chooseTheme, useNextTheme, useTheme } from "@/features/theme/theme";
import { useTranslation } from "@/i18n/i18n";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";

const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;
const WORDS = { system: "theme.toSystem", light: "theme.toLight", dark: "theme.toDark" } as const;

/** Shows which theme is chosen, and turns to the next of the three. */
export function ThemeSwitch() {
  const { t } = useTranslation();
  const Icon = ICONS[useTheme()];
  const next = useNextTheme();
  return (
    <button
      type="button"
      className={iconButtonStyle()}
      aria-label={t(WORDS[next])}
      onClick={() => {
        chooseTheme(next);
      }}
    >
      <Icon aria-hidden />
    </button>
  );
}
