import { Moon, Sun } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import { SearchBox } from "@/features/search/SearchBox";
import { chooseTheme, useIsDark } from "@/features/theme/theme";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { AccountMenu } from "./AccountMenu";
import { Wordmark } from "./Wordmark";

export function TopBar() {
  return (
    <header className="gutter sticky top-0 z-20 flex h-(--header) items-center gap-3 lobby">
      <div className="flex-1 md:hidden">
        <Wordmark withName />
      </div>
      <search className="hidden max-w-xl flex-1 md:block">
        <SearchBox hotkey />
      </search>
      <ThemeSwitch />
      <AccountMenu />
    </header>
  );
}

function ThemeSwitch() {
  const { t } = useTranslation();
  const dark = useIsDark();
  return (
    <button
      type="button"
      className={iconButtonStyle("ms-auto")}
      aria-label={t(dark ? "theme.toLight" : "theme.toDark")}
      onClick={() => {
        chooseTheme(dark ? "light" : "dark");
      }}
    >
      {dark ? <Sun aria-hidden /> : <Moon aria-hidden />}
    </button>
  );
}
