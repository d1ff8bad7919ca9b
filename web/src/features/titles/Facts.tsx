import { useTranslation } from "@/i18n/i18n";
import type { TitleDetail } from "@/api/types";
import { FactList } from "@/components/molecules/FactList";
import { Places } from "@/components/molecules/Places";
import { useLocale } from "@/features/locale/locale";
import { useFormats } from "@/lib/format";
import { useElsewhere } from "@/lib/useElsewhere";
import { Keywords } from "./Keywords";
import { ReleaseDates } from "./ReleaseDates";
import { releasesIn } from "./releases";

const STUDIOS = 4;

/** The small print beside the story. */
export function Facts({ title }: { title: TitleDetail }) {
  const { t } = useTranslation();
  const { date, list, region, language } = useFormats();
  const known = useKnownWords();
  const places = useElsewhere(title.kind, title);
  const chosen = useLocale().region;
  const here = title.providers?.region ?? chosen ?? "";
  const releases = releasesIn(here, title.releases);
  return (
    <aside aria-label={t("title.facts")} className="md:pt-20">
      <FactList
        facts={[
          { name: t("title.originalTitle"), value: title.originalTitle !== title.title && title.originalTitle },
          { name: t("title.released"), value: releases.length === 0 && title.released && date(title.released) },
          {
            name: t("title.releases", { region: region(here) }),
            value: releases.length > 0 && <ReleaseDates releases={releases} />,
          },
          { name: t("title.ended"), value: title.ended && date(title.ended) },
          { name: t("title.status"), value: known("status", title.status) },
          { name: t("title.age"), value: title.minimumAge !== null && t("title.fromAge", { age: title.minimumAge }) },
          { name: t("title.originalLanguage"), value: title.originalLanguage && language(title.originalLanguage) },
          { name: t("title.languages"), value: title.languages.length > 1 && list(title.languages.map(language)) },
          { name: t("title.countries"), value: list(title.countries.map(region)) },
          { name: t("title.companies"), value: list(title.companies.slice(0, STUDIOS)) },
          { name: t("title.licence"), value: title.licence && known("licence", title.licence) },
          {
            name: t("title.keywords"),
            value: title.keywords?.length && <Keywords kind={title.kind} words={title.keywords} />,
          },
          {
            name: t("title.links"),
            value: places.length > 0 && <Places places={places} />,
          },
        ]}
      />
    </aside>
  );
}

/** A provider may name a status or a licence that has no words here yet; its own word is better than none. */
function useKnownWords(): (group: "status" | "licence", word: string) => string {
  const { t, has } = useTranslation();
  return (group, word) => {
    const key = `${group}.${word.toLowerCase().replaceAll(" ", "-")}`;
    return has(key) ? t(key) : word;
  };
}
