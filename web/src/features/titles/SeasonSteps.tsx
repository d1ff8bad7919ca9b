import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";
import type { SeasonDetail } from "@/api/types";
import { chipStyle } from "@/components/atoms/buttonStyle";
import { useLocale } from "@/features/locale/locale";
import { titleQuery } from "./queries";
import { seasonName } from "./seasons";

/** The other seasons of the same series. */
export function SeasonSteps({ season }: { season: SeasonDetail }) {
  const { t } = useTranslation();
  const id = String(season.show.id);
  const { data: show } = useQuery(titleQuery("tv", id, useLocale()));
  if (!show || show.seasons.length < 2) return null;
  return (
    <nav aria-label={t("season.others", { title: show.title })} className="mt-8">
      <ul className="flex flex-wrap gap-2">
        {show.seasons.map((other) => (
          <li key={other.number}>
            <Link
              to="/tv/$id/seasons/$number"
              params={{ id, number: other.number }}
              className={chipStyle(other.number === season.number)}
            >
              {seasonName(other, t)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
