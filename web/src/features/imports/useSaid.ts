import { useTranslation } from "@/i18n/i18n";
import { episodeNumbers } from "@/lib/episodeNumbers";
import { useFormats } from "@/lib/format";
import type { ImportRow } from "./queries";

type Said = NonNullable<ImportRow["said"]>;
type Fact = ImportRow["left"][number]["fact"];

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
    /** What it claims of it, and of that only what `counts`. */
    claims: (said: Said, counts: (fact: Fact) => boolean = () => true): string => {
      const watched = said.watchedOn
        ? t("imports.said.watchedOn", { date: date(said.watchedOn) })
        : (said.watched || said.status === "watched") && t("imports.said.watched");
      const words: Record<Fact, string | false> = {
        rating: said.rating !== null && t("imports.said.rated", { rating: rating(said.rating) }),
        loved: said.loved && t("imports.said.loved"),
        watched,
        status: said.status !== null && said.status !== "watched" && t(`imports.said.${said.status}`),
        progress: said.progress && t("imports.said.progress"),
        listed: said.list !== null && t("imports.said.listed", { name: said.list }),
        review: said.reviewed && t("imports.said.reviewed"),
        notes: said.noted && t("imports.said.noted"),
        dismissed: said.dismissed && t("imports.said.dismissed"),
      };
      return list((Object.keys(words) as Fact[]).flatMap((fact) => (counts(fact) && words[fact]) || []));
    },
  };
}
