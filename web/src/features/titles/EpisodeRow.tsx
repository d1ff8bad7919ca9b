import { useTranslation } from "@/i18n/i18n";
import type { Episode } from "@/api/types";
import { Outside } from "@/components/atoms/Outside";
import { Picture } from "@/components/atoms/Picture";
import { useFormats } from "@/lib/format";

interface Props {
  episode: Episode;
  /** Whether episodes of this season have pictures, so that all keep room for one. */
  pictured: boolean;
}

export function EpisodeRow({ episode, pictured }: Props) {
  const { t } = useTranslation();
  const { date, runtime } = useFormats();
  const facts = [episode.aired && date(episode.aired), episode.runtime !== null && runtime(episode.runtime)].filter(
    Boolean,
  );
  return (
    <li className="flex gap-x-3 py-4 sm:gap-x-6">
      <span className="display w-9 shrink-0 pt-0.5 text-2xl text-faint sm:w-12">{episode.number}</span>
      {pictured && (
        <span className="hidden aspect-video w-44 shrink-0 self-start overflow-hidden rounded-paper bg-raised sm:block">
          <Picture kind="still" name={episode.still} alt="" sizes="176px" className="size-full" />
        </span>
      )}
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
