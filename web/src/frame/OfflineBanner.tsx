import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "@/i18n/i18n";

export function OfflineBanner() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(followNetwork, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <p className="gutter flex items-center gap-2.5 bg-raised py-2 text-sm">
          <WifiOff aria-hidden className="size-4 shrink-0 text-warn" />
          {t("state.offline")}
        </p>
      )}
    </div>
  );
}

function followNetwork(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}
