import { useTranslation } from "@/i18n/i18n";
import { episodeNumbers } from "@/lib/episodeNumbers";
import { useFormats } from "@/lib/format";
import type { ImportRow } from "./queries";

type Said = NonNullable<ImportRow["said"]>;

/** What a row of a file says, in words. */
export function useSaid() {
  const { t } = useTranslation();
  const { date, list, rating } = useFormats();
  return {
    /** The title with its year and the season or episode, or the list. */
    name: ({ name, year, season, episode, isList }: Said): string => {
      if (isList) return t("imports.said.heading", { name });
      const dated = year === null ? name : `${name} (${year})`;
      if (season === null) return dated;
      return episode === null
        ? t("imports.said.season", { name: dated, season })
        : `${dated} ${episodeNumbers(season, episode)}`;
    },
    /** All that it claims of it. */
    claims: (said: Said): string =>
      list(
        [
          said.rating !== null && t("imports.said.rated", { rating: rating(said.rating) }),
          said.loved && t("imports.said.loved"),
          said.watched &&
            (said.watchedOn ? t("imports.said.watchedOn", { date: date(said.watchedOn) }) : t("imports.said.watched")),
          said.status !== null && t(`imports.said.${said.status}`),
          said.list !== null && t("imports.said.listed", { name: said.list }),
          said.reviewed && t("imports.said.reviewed"),
          said.noted && t("imports.said.noted"),
          said.dismissed && t("imports.said.dismissed"),
        ].filter((words) => words !== false),
      ),
  };
}
