import { Monitor, Moon, Sun } from "lucide-react";
import { useLanguageSelect } from "@/features/locale/useLanguageSelect";
import { chooseTheme, THEMES, useTheme } from "@/features/theme/theme";
import { useTranslation } from "@/i18n/i18n";

const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

/** Theme and language without a way to the settings. */
export function QuickChoices() {
  const { t } = useTranslation();
  const theme = useTheme();
  const select = useLanguageSelect();
  return (
    <div className="flex items-center justify-between gap-3 border-t border-line/70 px-3 py-2.5">
      <fieldset className="flex rounded-full border border-line">
        <legend className="sr-only">{t("settings.theme")}</legend>
        {THEMES.map((name) => {
          const Icon = ICONS[name];
          return (
            <label
              key={name}
              title={t(`settings.themes.${name}`)}
              className="flex size-9 cursor-pointer items-center justify-center rounded-full text-muted hover:text-ink has-checked:bg-ink/10 has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="quick-theme"
                aria-label={t(`settings.themes.${name}`)}
                checked={theme === name}
                className="sr-only"
                onChange={() => {
                  chooseTheme(name);
                }}
              />
              <Icon aria-hidden className="size-4.5" strokeWidth={1.75} />
            </label>
          );
        })}
      </fieldset>
      <select
        {...select}
        aria-label={t("settings.language")}
        className="h-9 min-w-0 rounded-full border border-line bg-raised px-3 text-sm hover:border-edge"
      />
    </div>
  );
}
