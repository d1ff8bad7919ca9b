import type { Statistics } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";

/** How much of a title was watched, in words: "12 episodes, 9 hr"; of a film that was watched once no more than its length. */
export function useHowMuch(): (watched: Statistics["mostWatched"][number]) => string {
  const { t } = useTranslation();
  const { list, runtime } = useFormats();
  return ({ title, times, minutes }) => {
    const count = title.kind === "tv" ? t("stats.episodeCount", { count: times }) : times > 1 && t("stats.times", { count: times }); // prettier-ignore
    return list([count, minutes > 0 && runtime(minutes)].filter((word) => word !== false));
  };
}
