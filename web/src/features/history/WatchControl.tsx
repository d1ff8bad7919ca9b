import { useQuery } from "@tanstack/react-query";
import { Bookmark, Check, Ellipsis } from "lucide-react";
import { useState } from "react";
import type { TitleDetail } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { shortDay } from "@/lib/days";
import { episodeNumbers } from "@/lib/episodeNumbers";
import { standingQuery } from "./queries";
import { SeenBar } from "./SeenBar";
import { askWhich } from "./takingBack";
import { useStandingDeeds } from "./useStandingDeeds";
import { WatchMenu } from "./WatchMenu";

/** Seen or not, planned or not, and in the menu whatever else can be said of it. */
export default function WatchControl({ title }: { title: TitleDetail }) {
  const { t } = useTranslation();
  const { data: now } = useQuery(standingQuery(title.kind, title.id, useLocale()));
  const deeds = useStandingDeeds(title);
  if (!now) return <span aria-hidden className="block h-11" />;
  const isSeen = now.status === "watched";
  const isPlanned = now.status === "planned";
  const { next } = now;
  const unsee = (from: HTMLElement) => {
    if (title.kind === "movie" && now.rewatched) askWhich(title, from);
    else deeds.unsee();
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      {next && now.status === "watching" ? (
        <button
          type="button"
          className={buttonStyle("soft")}
          onClick={() => {
            deeds.seeNext(next);
          }}
        >
          <Check aria-hidden />
          {t("history.markNext", { numbers: episodeNumbers(next.season, next.number) })}
        </button>
      ) : (
        <button
          type="button"
          aria-pressed={isSeen}
          className={buttonStyle(isSeen ? "held" : "soft")}
          onClick={({ currentTarget }) => {
            if (isSeen) unsee(currentTarget);
            else deeds.see();
          }}
        >
          {isSeen ? <FilledCheck /> : <Check aria-hidden />}
          {isSeen && now.viewings > 0 && now.lastAt ? (
            <WatchedOn at={now.lastAt} times={title.kind === "movie" ? now.viewings : 1} />
          ) : (
            t("history.watched")
          )}
        </button>
      )}
      <button
        type="button"
        aria-pressed={isPlanned}
        className={buttonStyle(isPlanned ? "held" : "soft")}
        onClick={() => {
          deeds.plan(now.status);
        }}
      >
        <Bookmark aria-hidden className={isPlanned ? "fill-current" : undefined} />
        {t("history.plan")}
      </button>
      <WatchMenu title={title} standing={now} deeds={deeds} unsee={unsee}>
        <Ellipsis aria-hidden />
      </WatchMenu>
      {title.kind === "tv" && now.seen > 0 && <SeenBar seen={now.seen} of={now.aired} />}
      {now.status === "dropped" && <p className="text-sm text-muted">{t("history.dropped")}</p>}
    </div>
  );
}

function FilledCheck() {
  return (
    <span aria-hidden className="-ms-1 flex size-5 items-center justify-center rounded-full bg-accent text-on-accent">
      <Check className="size-3.5!" strokeWidth={3} />
    </span>
  );
}

/** That it is seen, the day of the last time, and how often if more than once. */
function WatchedOn({ at, times }: { at: string; times: number }) {
  const { t, language } = useTranslation();
  const [now] = useState(() => new Date());
  const often = times > 1 ? ` · ${t("history.times", { count: times })}` : "";
  return <>{`${t("history.watched")} · ${shortDay(new Date(at), language, now)}${often}`}</>;
}
