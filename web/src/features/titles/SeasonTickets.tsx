import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";
import type { SeasonCard, TitleDetail } from "@/api/types";
import { Poster } from "@/components/atoms/Poster";
import { useFormats } from "@/lib/format";
import { seasonName } from "./seasons";

/** The seasons of a series, each a way to its episodes; specials come last. */
export function SeasonTickets({ title }: { title: TitleDetail }) {
  const { t } = useTranslation();
  if (title.seasons.length === 0) return null;
  const inOrder = title.seasons.toSorted((a, b) => (a.number || Infinity) - (b.number || Infinity));
  return (
    <section>
      <h2 className="display mb-4 text-heading">{t("title.seasons")}</h2>
      <ul className="grid gap-3 lg:grid-cols-2">
        {inOrder.map((season) => (
          <li key={season.number}>
            <SeasonLink showId={title.id} season={season} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SeasonLink({ showId, season }: { showId: number; season: SeasonCard }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  return (
    <Link
      to="/tv/$id/seasons/$number"
      params={{ id: String(showId), number: season.number }}
      className="group flex gap-4 rounded-card bg-surface p-3 transition-colors hover:bg-raised"
    >
      <Poster name={season.poster} title="" sizes="64px" className="w-16 shrink-0" />
      <span className="min-w-0 py-1">
        <span className="block font-semibold group-hover:text-accent">{seasonName(season, t)}</span>
        <span className="mt-0.5 block text-2xs text-muted">
          {t("title.episodes", { count: season.episodes })}
          {season.aired && ` · ${date(season.aired)}`}
        </span>
        <span className="mt-1.5 line-clamp-2 text-sm text-muted">{season.overview}</span>
      </span>
    </Link>
  );
}
