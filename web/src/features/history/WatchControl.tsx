import { useQuery } from "@tanstack/react-query";
import { Bookmark, Check, Ellipsis } from "lucide-react";
import type { TitleDetail } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { cx } from "@/lib/cx";
import { episodeNumbers } from "@/lib/episodeNumbers";
import { notWatched, watched } from "./changes";
import { standingQuery, type Standing } from "./queries";
import { SeenBar } from "./SeenBar";
import { useWatching } from "./useWatching";
import { WatchMenu } from "./WatchMenu";

/** Seen or not, planned or not, and in the menu whatever else can be said of it. */
export default function WatchControl({ title }: { title: TitleDetail }) {
  const { t } = useTranslation();
  const query = standingQuery(title.kind, title.id, useLocale());
  const { data: now } = useQuery(query);
  const { watch, unwatch, stand } = useWatching<Standing>(title, query.queryKey);
  if (!now) return <span aria-hidden className="block h-11" />;
  const name = title.title;
  const back = () => now;
  const isSeen = now.status === "watched";
  const isPlanned = now.status === "planned";
  const { next } = now;
  const wish = (status: "planned" | "dropped" | null, said: string) => {
    const before = now.status === "watched" ? null : now.status;
    stand(status, before, { change: (held) => ({ ...held, status }), back, said });
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      {next && now.status === "watching" ? (
        <button
          type="button"
          className={buttonStyle("soft")}
          onClick={() => {
            const what = { season: next.season, episode: next.number };
            const change = (held: Standing) => ({ ...held, seen: held.seen + 1 });
            watch(what, { change, back, said: t("history.marked", { name: next.title || name }) });
          }}
        >
          <Check aria-hidden />
          {t("history.markNext", { numbers: episodeNumbers(next.season, next.number) })}
        </button>
      ) : (
        <button
          type="button"
          aria-pressed={isSeen}
          className={cx(buttonStyle("soft"), isSeen && "text-accent")}
          onClick={() => {
            if (isSeen) unwatch({}, { change: notWatched, back, said: t("history.unmarked", { name }) });
            else watch({}, { change: watched, back, said: t("history.marked", { name }) });
          }}
        >
          <Check aria-hidden strokeWidth={isSeen ? 3 : 2} />
          {t("history.watched")}
        </button>
      )}
      <button
        type="button"
        aria-pressed={isPlanned}
        className={cx(buttonStyle("soft"), isPlanned && "text-accent")}
        onClick={() => {
          if (isPlanned) wish(null, t("history.unplanned", { name }));
          else wish("planned", t("history.isPlanned", { name }));
        }}
      >
        <Bookmark aria-hidden className={isPlanned ? "fill-current" : undefined} />
        {t("history.plan")}
      </button>
      <WatchMenu
        title={title}
        standing={now}
        act={{ watch, unwatch, back }}
        drop={() => {
          if (now.status === "dropped") wish(null, t("history.takenUp", { name }));
          else wish("dropped", t("history.isDropped", { name }));
        }}
      >
        <Ellipsis aria-hidden />
      </WatchMenu>
      {title.kind === "tv" && now.seen > 0 && <SeenBar seen={now.seen} of={now.aired} />}
      {now.status === "dropped" && <p className="text-sm text-muted">{t("history.dropped")}</p>}
    </div>
  );
}
