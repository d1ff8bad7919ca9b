import type { QueryKey } from "@tanstack/react-query";
import { X } from "lucide-react";
import { api, body } from "@/api/client";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { CardLink } from "@/components/atoms/CardLink";
import { Poster } from "@/components/atoms/Poster";
import { useTranslation } from "@/i18n/i18n";
import { locale } from "@/i18n/languages";
import { titlePath } from "@/lib/addresses";
import { episodeNumbers } from "@/lib/episodeNumbers";
import { useOptimistic } from "@/lib/useOptimistic";
import { without } from "./changes";
import { isMereDay } from "./moments";
import { nounOf, type HistoryPages, type Viewing } from "./queries";
import { restore } from "./useWatching";

/** One viewing: what it was, at what time, and a way to take it out. */
export function ViewingRow({ viewing, queryKey }: { viewing: Viewing; queryKey: QueryKey }) {
  const { t, language } = useTranslation();
  const act = useOptimistic<HistoryPages>(queryKey);
  const { title, season, episode, name } = viewing;
  const numbers = season !== null && episode !== null && episodeNumbers(season, episode);
  const what = numbers ? `${title.title} ${numbers}` : title.title;
  const remove = () => {
    const path = { noun: nounOf(title.kind), ref: String(title.id) } as const;
    act({
      change: without(viewing.id),
      call: () =>
        body(api.DELETE("/api/v1/me/viewings/{viewing_id}", { params: { path: { viewing_id: viewing.id } } })),
      said: t("history.removed", { name: what }),
      undo: { change: (now) => now, call: () => restore(path, [viewing]) },
    });
  };
  return (
    <div className="flex h-full items-center gap-4 border-t border-line/70">
      <CardLink
        to={season === null ? titlePath(title) : `${titlePath(title)}/seasons/${season}`}
        className="group flex min-w-0 flex-1 items-center gap-4"
      >
        <Poster name={title.poster} title="" sizes="44px" className="w-11 shrink-0" />
        <span className="min-w-0">
          <span dir="auto" className="line-clamp-1 font-semibold group-hover:text-accent">
            {title.title}
          </span>
          <span className="line-clamp-1 text-sm text-muted">
            {[numbers, name ?? (season === null && title.year)].filter(Boolean).join(" · ")}
          </span>
        </span>
      </CardLink>
      {!isMereDay(viewing.watchedAt) && (
        <time dateTime={viewing.watchedAt} className="shrink-0 text-2xs text-faint">
          {new Intl.DateTimeFormat(locale(language), { timeStyle: "short" }).format(new Date(viewing.watchedAt))}
        </time>
      )}
      <button
        type="button"
        className={iconButtonStyle("-me-2")}
        aria-label={t("history.remove", { name: what })}
        onClick={remove}
      >
        <X aria-hidden />
      </button>
    </div>
  );
}
