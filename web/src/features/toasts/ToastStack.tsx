import { Toast as Radix } from "radix-ui";
import { useTranslation } from "@/i18n/i18n";
import type { Toast } from "@/lib/toasts";
import { ToastCard } from "./ToastCard";

/** The toasts of the moment, the newest nearest to the edge; F8 leads there. Swiped towards where lines end, they leave. */
export function ToastStack({ shown }: { shown: readonly Toast[] }) {
  const { t } = useTranslation();
  const leftwards = document.documentElement.dir === "rtl";
  return (
    <Radix.Provider label={t("toast.label")} swipeDirection={leftwards ? "left" : "right"}>
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
      <Radix.Viewport
        // Radix puts the key's name in itself.
        label={t("toast.stack", { hotkey: "{hotkey}" })}
        className="fixed inset-x-0 bottom-[calc(var(--bottom-bar)+env(safe-area-inset-bottom))] z-60 m-0 flex list-none flex-col gap-2 overflow-hidden p-(--gutter) outline-none md:inset-x-auto md:end-0 md:bottom-0 md:w-108"
      />
    </Radix.Provider>
  );
}
