import { Command } from "lucide-react";
import { PALETTE_KEYS } from "@/features/commands/keyNames";
import { showOverlay } from "@/features/commands/overlay";
import { SearchBox } from "@/features/search/SearchBox";
import { useTranslation } from "@/i18n/i18n";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { AccountMenu } from "./AccountMenu";
import { ThemeSwitch } from "./ThemeSwitch";
import { Wordmark } from "./Wordmark";

export function TopBar() {
  return (
    <header className="gutter sticky top-0 z-20 flex h-(--header) items-center gap-1 bg-ground/97 sm:gap-2">
      <div className="flex-1 md:hidden">
        <Wordmark withName />
      </div>
      <div className="group relative me-auto hidden max-w-xl flex-1 md:block">
        <search>
          <SearchBox hotkey />
        </search>
        <CommandButton wide />
      </div>
      <CommandButton />
      <ThemeSwitch />
      <AccountMenu />
    </header>
  );
}

/** Opens the palette: on a desk its keys, at the end of the search field as long as that is empty; on a phone an icon. */
function CommandButton({ wide = false }: { wide?: boolean }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      className={
        wide
          ? "absolute inset-y-2.5 end-3 rounded-inner border border-line px-2 text-2xs text-faint group-has-[input:not(:placeholder-shown)]:hidden hover:text-ink"
          : iconButtonStyle("md:hidden")
      }
      onClick={() => {
        showOverlay("palette");
      }}
    >
      <span className="sr-only">{t("command.open")}</span>
      {wide ? ` ${PALETTE_KEYS.join(" ")}` : <Command aria-hidden />}
    </button>
  );
}
