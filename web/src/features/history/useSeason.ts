import { useQuery } from "@tanstack/react-query";
import type { Episode } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";
import { withoutSeen, withSeen } from "./changes";
import type { EpisodesProps } from "./Mine";
import { seasonProgressQuery, type SeasonProgress } from "./queries";
import { useWatching } from "./useWatching";

type Part = Pick<EpisodesProps, "showId" | "season" | "episodes" | "name">;

/** Which episodes of a season are seen, by their numbers, and what can be said about them. */
export function useSeason({ showId, season, episodes, name }: Part) {
  const { t } = useTranslation();
  const query = seasonProgressQuery(showId, season);
  const { data } = useQuery(query);
  const { watch, unwatch } = useWatching<SeasonProgress>({ kind: "tv", id: showId }, query.queryKey);
  const today = new Date().toISOString().slice(0, 10);
  const seen = new Set(data?.items.filter(({ viewings }) => viewings > 0).map(({ episode }) => episode));
  const aired = episodes.filter((one) => !one.aired || one.aired <= today).map(({ number }) => number);
  const missing = aired.filter((number) => !seen.has(number));

  const mark = (numbers: number[], what: { episode?: number; upTo?: boolean }, said: string) => {
    watch({ season, ...what }, { change: withSeen(numbers), back: withoutSeen(numbers), said });
  };
  const unmark = (numbers: number[], what: { episode?: number }, of: string) => {
    const said = t("history.unmarked", { name: of });
    unwatch({ season, ...what }, { change: withoutSeen(numbers), back: withSeen(numbers), said });
  };
  return {
    isKnown: data !== undefined,
    aired,
    seen,
    missing,
    toggle: ({ number: episode, title }: Episode) => {
      if (seen.has(episode)) unmark([episode], { episode }, title);
      else mark([episode], { episode }, t("history.marked", { name: title }));
    },
    markUpTo: ({ number: episode, title }: Episode, before: number[]) => {
      mark([...before, episode], { episode, upTo: true }, t("history.markedUpTo", { name: title }));
    },
    markAll: () => {
      mark(missing, {}, t("history.markedAll", { name }));
    },
    unmarkAll: () => {
      unmark([...seen], {}, name);
    },
  };
}
