import { ArrowRight, ChevronDown } from "lucide-react";
import type { AuditItem } from "@/api/types";
import { FactList } from "@/components/molecules/FactList";
import { deviceName } from "@/features/security/deviceName";
import { useTranslation } from "@/i18n/i18n";
import { useMoment } from "@/lib/useMoment";

/** One entry: the sentence of it, and on demand all that was written down. */
export function AuditRow({ entry }: { entry: AuditItem }) {
  const { t, has } = useTranslation();
  const moment = useMoment();
  const { at, action, actor, target, address, device, correlationId, before, after } = entry;
  const words = `audit.actions.${action}`;
  return (
    <li>
      <details className="group">
        <summary className="grid cursor-pointer list-none grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-4 py-3 hover:bg-ink/4 focus-visible:-outline-offset-2 md:grid-cols-[11rem_minmax(0,1fr)_minmax(0,1fr)_9rem_auto]">
          <span className="text-2xs text-muted max-md:col-start-1 md:order-0">{moment(at)}</span>
          <span className="truncate text-sm font-semibold max-md:col-start-1">{has(words) ? t(words) : action}</span>
          <span className="truncate text-sm max-md:col-start-1">
            <bdi>{actor || t("audit.nobody")}</bdi>
            {target && target !== actor && (
              <span className="text-muted">
                <ArrowRight aria-hidden className="mx-1.5 inline size-3.5" />
                <bdi>{target}</bdi>
              </span>
            )}
          </span>
          <span className="truncate text-2xs text-muted max-md:hidden">{address}</span>
          <ChevronDown
            aria-hidden
            className="size-4 text-faint transition-[rotate] group-open:rotate-180 max-md:col-start-2 max-md:row-span-3 max-md:row-start-1"
          />
        </summary>
        <div className="border-t border-line/70 px-4 py-4">
          <FactList
            facts={[
              { name: t("audit.action"), value: <code className="text-2xs">{action}</code> },
              { name: t("audit.address"), value: address },
              { name: t("audit.device"), value: device && `${deviceName(device)} (${device})` },
              {
                name: t("error.correlation"),
                value: correlationId && <code className="text-2xs">{correlationId}</code>,
              },
              { name: t("audit.before"), value: before && <Written value={before} /> },
              { name: t("audit.after"), value: after && <Written value={after} /> },
            ]}
          />
        </div>
      </details>
    </li>
  );
}

function Written({ value }: { value: object }) {
  return (
    <pre dir="ltr" className="overflow-x-auto rounded-paper bg-ground px-3 py-2 text-2xs">
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
