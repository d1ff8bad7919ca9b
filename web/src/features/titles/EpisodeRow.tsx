import { useTranslation } from "@/i18n/i18n";
import type { Episode } from "@/api/types";
import { Outside } from "@/components/Outside";
import { Picture } from "@/components/Picture";
import { useFormats } from "@/lib/format";

export function EpisodeRow({ episode }: { episode: Episode }) {
  const { t } = useTranslation();
  const { date, runtime } = useFormats();
  const facts = [episode.aired && date(episode.aired), episode.runtime !== null && runtime(episode.runtime)].filter(
    Boolean,
  );
  return (
    <li className="grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-3 py-5 sm:grid-cols-[3rem_11rem_minmax(0,1fr)] sm:gap-x-6">
      <span className="display pt-0.5 text-2xl text-faint">{episode.number}</span>
      <span className="relative hidden aspect-video overflow-hidden rounded-paper bg-raised sm:block">
        <Picture kind="still" name={episode.still} alt="" sizes="176px" className="size-full" />
      </span>
      <div className="min-w-0">
        <h2 className="font-semibold">{episode.title}</h2>
        <p className="mt-0.5 text-2xs text-muted">{facts.join(" · ")}</p>
        {episode.overview && <p className="mt-2 max-w-[68ch] text-sm leading-relaxed text-muted">{episode.overview}</p>}
        {episode.archive && (
          <Outside
            href={`https://archive.org/details/${encodeURIComponent(episode.archive)}`}
            className="mt-2 inline-block text-sm font-semibold underline underline-offset-4 hover:text-accent"
          >
            {t("title.watchFree")}
          </Outside>
        )}
      </div>
    </li>
  );
}
