import { useTranslation } from "@/i18n/i18n";
import type { TitleDetail } from "@/api/types";
import { FactList } from "@/components/molecules/FactList";
import { useFormats } from "@/lib/format";
import { useElsewhere } from "@/lib/useElsewhere";
import { Places } from "@/components/molecules/Places";
import { Keywords } from "./Keywords";

const STUDIOS = 4;

/** The small print beside the story. */
export function Facts({ title }: { title: TitleDetail }) {
  const { t, has } = useTranslation();
  const { date, list, region, language } = useFormats();
  const places = useElsewhere(title.kind, title);
  // A provider may name a status or a licence that has no words here yet; its own word is better than none.
  const known = (key: string, otherwise: string) => (has(key) ? t(key) : otherwise);
  return (
    <aside aria-label={t("title.facts")} className="md:pt-24">
      <FactList
        facts={[
          { name: t("title.originalTitle"), value: title.originalTitle !== title.title && title.originalTitle },
          { name: t("title.released"), value: title.released && date(title.released) },
          { name: t("title.ended"), value: title.ended && date(title.ended) },
          {
            name: t("title.status"),
            value: title.kind === "tv" && title.status && known(`status.${title.status}`, title.status),
          },
          { name: t("title.originalLanguage"), value: title.originalLanguage && language(title.originalLanguage) },
          { name: t("title.countries"), value: list(title.countries.map(region)) },
          { name: t("title.companies"), value: list(title.companies.slice(0, STUDIOS)) },
          { name: t("title.licence"), value: title.licence && known(`licence.${title.licence}`, title.licence) },
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
