import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import { chooseTheme, THEMES, useTheme } from "./theme";

const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

export function ThemeField() {
  const { t } = useTranslation();
  const theme = useTheme();
  return (
    <fieldset>
      <legend className="sr-only">{t("settings.theme")}</legend>
      <div className="grid grid-cols-3 gap-3">
        {THEMES.map((name) => {
          const Icon = ICONS[name];
          return (
            <label
              key={name}
              className="flex cursor-pointer flex-col items-center gap-2.5 rounded-card border border-line bg-surface px-2 py-5 text-center text-sm transition-colors hover:border-edge has-checked:border-accent has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="theme"
                value={name}
                checked={theme === name}
                className="sr-only"
                onChange={() => {
                  chooseTheme(name);
                }}
              />
              <Icon aria-hidden className="size-6 text-muted" strokeWidth={1.6} />
              {t(`settings.themes.${name}`)}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
