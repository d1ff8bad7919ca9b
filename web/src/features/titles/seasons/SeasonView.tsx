import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import type { SeasonDetail } from "@/api/types";
import { Poster } from "@/components/atoms/Poster";
import { Message } from "@/components/molecules/Message";
import { StaleNotice } from "@/components/molecules/StaleNotice";
import { EpisodesToWatch } from "@/features/history/Mine";
import { useFormats } from "@/lib/format";
import { Marquee } from "../Marquee";
import { useTint } from "../tint/useTint";
import { seasonName } from "./seasonName";
import { SeasonSteps } from "./SeasonSteps";

/** One season and all its episodes. */
export function SeasonView({ season }: { season: SeasonDetail }) {
  const { t } = useTranslation();
  useTint(season.poster);
  const name = seasonName(season, t);
  return (
    <article>
      <title>{t("app.pageTitle", { page: `${season.show.title}: ${name}` })}</title>
      <Marquee
        backdrop={season.show.backdrop}
        poster={
          <Poster
            name={season.poster}
            title={name}
            sizes="(min-width: 64rem) 224px, (min-width: 48rem) 176px, 112px"
            eager
            className="shadow-[0_18px_50px_-12px_rgb(0_0_0/0.7)]"
          />
        }
      >
        <Words season={season} name={name} />
      </Marquee>
      <div className="gutter mt-6 md:mt-22 md:px-(--inset)">
        <SeasonSteps season={season} />
        {season.overview && <p className="mt-6 max-w-[68ch] text-prose">{season.overview}</p>}
        <StaleNotice of={season} className="mt-6" />
        {season.episodes.length === 0 ? (
          <Message sign="…" title={t("season.empty")} detail={t("season.emptyHint")} />
        ) : (
          <div className="mt-6 max-w-5xl border-y border-line/70">
            <EpisodesToWatch
              showId={season.show.id}
              season={season.number}
              episodes={season.episodes}
              name={t("title.episodesOf", { season: name })}
              heading="h2"
            />
          </div>
        )}
      </div>
    </article>
  );
}

function Words({ season, name }: { season: SeasonDetail; name: string }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  return (
    <>
      <Link
        to="/tv/$id"
        params={{ id: String(season.show.id) }}
        className="inline-flex items-center gap-1.5 text-sm text-muted hover:text-accent md:text-ink/85"
      >
        <ArrowLeft aria-hidden className="size-4 shrink-0 rtl:-scale-x-100" />
        {season.show.title}
      </Link>
      <h1 className="display mt-1.5 text-3xl wrap-anywhere text-ink md:text-title">{name}</h1>
      <p className="mt-2 text-sm text-muted md:text-ink/85">
        {t("title.episodes", { count: season.episodes.length })}
        {season.aired && ` · ${t("season.aired", { date: date(season.aired) })}`}
      </p>
    </>
  );
}
