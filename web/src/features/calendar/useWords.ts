import { useTranslation } from "@/i18n/i18n";
import { titlePath } from "@/lib/addresses";
import { episodeNumbers } from "@/lib/episodeNumbers";
import type { Told } from "./days";

/** Where something in the calendar leads, and which part of a title it is. */
export function useWords() {
  const { t } = useTranslation();
  return ({ title, episode }: Told) => ({
    to: episode ? `${titlePath(title)}/seasons/${episode.season}` : titlePath(title),
    part: episode ? episodeNumbers(episode.season, episode.number) : t("history.calendar.release"),
  });
}
