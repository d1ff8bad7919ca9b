import { BellOff } from "lucide-react";
import { useState } from "react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Bone, Skeleton } from "@/components/atoms/Skeleton";
import { useTranslation } from "@/i18n/i18n";
import { byDay } from "./days";
import { NotificationRow } from "./NotificationRow";
import { useNotificationDeeds } from "./useNotificationDeeds";
import { useNotifications } from "./useNotifications";

/** All that was told, day by day, older ones on demand. */
export function NotificationList({ heading: Heading }: { heading: "h2" | "h3" }) {
  const { t, language } = useTranslation();
  const deeds = useNotificationDeeds();
  const [now] = useState(() => new Date());
  const { items, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useNotifications();
  if (!items) return error ? <Unknown again={() => void refetch()} /> : <Bones />;
  if (items.length === 0) return <Nothing />;
  return (
    <>
      {byDay(items, language, now).map(({ name, items: told }) => (
        <section key={name} className="mt-3 first:mt-0">
          <Heading className="px-3 py-1.5 text-2xs text-faint">{name}</Heading>
          <ul>
            {told.map((one) => (
              <NotificationRow key={one.id} told={one} deeds={deeds} />
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage && (
        <button
          type="button"
          aria-disabled={isFetchingNextPage}
          className={buttonStyle("soft", "mx-3 mt-3 min-h-10")}
          onClick={() => void fetchNextPage()}
        >
          {t("bell.older")}
        </button>
      )}
    </>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-12 text-center text-sm text-muted">
      <BellOff aria-hidden className="size-7 text-faint" strokeWidth={1.5} />
      <p className="font-semibold text-ink">{t("bell.empty")}</p>
      <p>{t("bell.emptyHint")}</p>
    </div>
  );
}

function Unknown({ again }: { again: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="px-3 py-8 text-center text-sm text-muted">
      <p>{t("error.offline")}</p>
      <button type="button" className={buttonStyle("soft", "mt-4 min-h-10")} onClick={again}>
        {t("error.retry")}
      </button>
    </div>
  );
}

function Bones() {
  return (
    <Skeleton className="space-y-2 px-3 py-1">
      <Bone className="h-12 w-full" />
      <Bone className="h-12 w-full" />
      <Bone className="h-12 w-full" />
    </Skeleton>
  );
}
