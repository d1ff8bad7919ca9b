import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "@/i18n/i18n";
import { reloadIntoUpdate, updateReady } from "@/lib/updates";
import { useReach } from "./useReach";

/** What concerns every page: no way to the server, or a newer client that lies ready. */
export default function Banners() {
  const { t } = useTranslation();
  const reach = useReach();
  const update = useSyncExternalStore(updateReady.subscribe, updateReady.get);
  return (
    <div role="status" className="empty:hidden">
      {reach !== "server" ? (
        <p className="gutter flex items-center gap-2.5 bg-raised py-2 text-sm">
          <WifiOff aria-hidden className="size-4 shrink-0 text-warn" />
          {t(reach === "nowhere" ? "state.offline" : "state.unreachable")}
        </p>
      ) : (
        update && (
          <p className="gutter flex items-center gap-2.5 bg-raised py-1 text-sm">
            {t("state.update")}
            <button type="button" className="min-h-9 font-semibold text-accent" onClick={reloadIntoUpdate}>
              {t("state.reload")}
            </button>
          </p>
        )
      )}
    </div>
  );
}
