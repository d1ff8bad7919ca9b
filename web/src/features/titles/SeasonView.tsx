import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import type { SeasonDetail } from "@/api/types";
import { Message } from "@/components/molecules/Message";
import { Poster } from "@/components/atoms/Poster";
import { StaleNotice } from "@/components/molecules/StaleNotice";
import { useFormats } from "@/lib/format";
import { EpisodeRow } from "./EpisodeRow";
import { SeasonSteps } from "./SeasonSteps";
import { seasonName } from "./seasons";

/** One season and all its episodes. */
export function SeasonView({ season }: { season: SeasonDetail }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const name = seasonName(season, t);
  const pictured = season.episodes.some(({ still }) => still);
  return (
    <div className="gutter pt-4">
      <title>{t("app.pageTitle", { page: `${season.show.title}: ${name}` })}</title>
      <header className="flex items-end gap-5 sm:gap-8">
        <Poster
          name={season.poster}
          title={name}
          sizes="(min-width: 40rem) 160px, 96px"
          eager
          className="w-24 shrink-0 sm:w-40"
        />
        <div className="min-w-0 pb-1">
          <Link
            to="/tv/$id"
            params={{ id: String(season.show.id) }}
            className="flex items-center gap-1.5 text-sm text-muted hover:text-accent"
          >
            <ArrowLeft aria-hidden className="size-4 shrink-0" />
            {season.show.title}
          </Link>
          <h1 className="display mt-1.5 text-4xl">{name}</h1>
          <p className="mt-2 text-sm text-muted">
            {t("title.episodes", { count: season.episodes.length })}
            {season.aired && ` · ${t("season.aired", { date: date(season.aired) })}`}
          </p>
        </div>
      </header>
      {season.overview && <p className="mt-6 max-w-[68ch] text-prose">{season.overview}</p>}
      <StaleNotice of={season} className="mt-6" />
      {season.episodes.length === 0 ? (
        <Message sign="…" title={t("season.empty")} detail={t("season.emptyHint")} />
      ) : (
        <ol className="mt-8 max-w-5xl divide-y divide-line/70 border-y border-line/70">
          {season.episodes.map((episode) => (
            <EpisodeRow key={episode.id} episode={episode} pictured={pictured} />
          ))}
        </ol>
      )}
      <SeasonSteps season={season} />
    </div>
  );
}
