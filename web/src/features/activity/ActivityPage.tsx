import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Bone, Skeleton } from "@/components/atoms/Skeleton";
import { Message } from "@/components/molecules/Message";
import { MoreOfIt } from "@/features/browse/MoreOfIt";
import { useLocale } from "@/features/locale/locale";
import { byDay } from "@/features/notifications/days";
import { useTranslation } from "@/i18n/i18n";
import { joined } from "@/lib/pages";
import { ActivityRow } from "./ActivityRow";
import { awaitsUndone, fold, withUndone } from "./fold";
import { activityQuery, type Pages } from "./queries";
import { useUndo } from "./useUndo";

const MOMENT = 1_000; // milliseconds until what was undone is in the list, too

/** All that one did, day by day, and the way back for what is fresh. */
export function ActivityPage() {
  const { t, language } = useTranslation();
  const [now] = useState(() => new Date());
  const { undone, undo } = useUndo();
  const query = useInfiniteQuery({
    ...activityQuery(useLocale()),
    throwOnError: (_error, { state }) => state.data === undefined,
    // The way back is something done as well: it comes by the same road, a moment later.
    refetchInterval: ({ state: { data } }) => data !== undefined && awaits(data, undone) && MOMENT,
  });
  const { data } = query;
  const items = useMemo(() => data && joined(data.pages, ({ id }) => String(id)), [data]);
  const days = byDay(fold(withUndone(items ?? [], undone)), language, now);
  return (
    <div className="gutter max-w-3xl pt-4">
      <title>{t("app.pageTitle", { page: t("activity.title") })}</title>
      <h1 className="display text-4xl">{t("activity.title")}</h1>
      <p className="mt-1.5 mb-8 max-w-prose text-muted">{t("activity.intro")}</p>
      {!items && <Bones />}
      {items?.length === 0 && <Nothing />}
      {days.map(({ name, items: entries }) => (
        <section key={name} className="mt-8 first-of-type:mt-0">
          <h2 className="display text-xl">{name}</h2>
          <ul className="mt-2 divide-y divide-line/60">
            {entries.map((entry) => (
              <ActivityRow key={entry.id} entry={entry} undo={undo} />
            ))}
          </ul>
        </section>
      ))}
      {data && items && items.length > 0 && <MoreOfIt query={{ ...query, data }} />}
    </div>
  );
}

/** Whether something was undone that the list does not tell yet. */
function awaits({ pages }: Pages, undone: ReadonlySet<number>): boolean {
  return pages.some(({ items }) => items.some((done) => awaitsUndone(done, undone)));
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <Message sign="0" title={t("activity.empty")} detail={t("activity.emptyHint")} level={2}>
      <Link to="/" className={buttonStyle("solid")}>
        {t("stats.discover")}
      </Link>
    </Message>
  );
}

function Bones() {
  return (
    <Skeleton className="space-y-3">
      <Bone className="h-16 w-full" />
      <Bone className="h-16 w-full" />
      <Bone className="h-16 w-full" />
    </Skeleton>
  );
}
