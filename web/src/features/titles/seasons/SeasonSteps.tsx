import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import type { SeasonCard, SeasonDetail } from "@/api/types";
import { chipStyle, iconButtonStyle } from "@/components/atoms/buttonStyle";
import { useLocale } from "@/features/locale/locale";
import { titleQuery } from "../queries";
import { inOrder } from "./episodes";
import { seasonName } from "./seasonName";

/** The other seasons of the same series, with a step to either side. */
export function SeasonSteps({ season }: { season: SeasonDetail }) {
  const { t } = useTranslation();
  const id = String(season.show.id);
  const { data: show } = useQuery(titleQuery("tv", id, useLocale()));
  if (!show || show.seasons.length < 2) return null;
  const seasons = inOrder(show.seasons);
  const at = seasons.findIndex(({ number }) => number === season.number);
  return (
    <nav aria-label={t("season.others", { title: show.title })} className="flex items-center gap-1">
      <Step id={id} to="previous" season={seasons[at - 1]} />
      <ul className="flex min-w-0 flex-wrap gap-2">
        {seasons.map((other) => (
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
      <Step id={id} to="following" season={seasons[at + 1]} />
    </nav>
  );
}

function Step({ id, to, season }: { id: string; to: "previous" | "following"; season: SeasonCard | undefined }) {
  const { t } = useTranslation();
  const Arrow = to === "previous" ? ChevronLeft : ChevronRight;
  if (!season) return null;
  return (
    <Link
      to="/tv/$id/seasons/$number"
      params={{ id, number: season.number }}
      className={iconButtonStyle("rtl:[&_svg]:-scale-x-100")}
      aria-label={`${t(`season.${to}`)}: ${seasonName(season, t)}`}
    >
      <Arrow aria-hidden />
    </Link>
  );
}
