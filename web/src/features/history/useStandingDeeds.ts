import { useQueryClient } from "@tanstack/react-query";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import type { Carded } from "@/lib/cardCorner";
import { notWatched, watched, watchedOnceLess } from "./changes";
import { standingQuery, type Standing } from "./queries";
import { useWatching } from "./useWatching";

interface Viewed {
  again?: boolean;
  /** An instant in ISO 8601; now when it is left out. */
  watchedAt?: string;
}

/** What is said of a title as a whole, on its page and on its posters. */
export function useStandingDeeds(title: Carded) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { queryKey } = standingQuery(title.kind, title.id, useLocale());
  const { watch, unwatch, stand } = useWatching<Standing>(title, queryKey);
  const name = title.title;

  /** As it stands at this moment; a poster's answer may not be there at all. */
  const before = () => {
    const held = queryClient.getQueryData<Standing>(queryKey);
    return (now: Standing) => held ?? now;
  };
  const wish = (wanted: "planned" | "dropped" | null, from: Standing["status"], said: string) => {
    const change = (now: Standing) => ({ ...now, status: wanted });
    stand(wanted, from === "watched" ? null : from, { change, back: before(), said });
  };
  return {
    see: (what: Viewed = {}) => {
      const change = watched(what.watchedAt ?? new Date().toISOString());
      const isAgain = what.again && (queryClient.getQueryData<Standing>(queryKey)?.viewings ?? 0) > 0;
      const said = t(isAgain ? "history.markedAgain" : "history.marked", { name });
      watch(what, { change, back: before(), said, status: "watched" });
    },
    unsee: () => {
      unwatch({}, { change: notWatched, back: before(), said: t("history.unmarked", { name }), status: null });
    },
    /** Of a film that was watched more than once. */
    unseeLast: () => {
      unwatch({ last: true }, { change: watchedOnceLess, back: before(), said: t("history.unmarkedLast", { name }) });
    },
    seeNext: ({ season, number: episode, title: part }: NonNullable<Standing["next"]>) => {
      const change = (now: Standing) => ({ ...now, seen: now.seen + 1 });
      watch({ season, episode }, { change, back: before(), said: t("history.marked", { name: part || name }) });
    },
    /** Plans it, or no more. */
    plan: (from: Standing["status"]) => {
      if (from === "planned") wish(null, from, t("history.unplanned", { name }));
      else wish("planned", from, t("history.isPlanned", { name }));
    },
    /** Drops it, or takes it up again. */
    drop: (from: Standing["status"]) => {
      if (from === "dropped") wish(null, from, t("history.takenUp", { name }));
      else wish("dropped", from, t("history.isDropped", { name }));
    },
  };
}
