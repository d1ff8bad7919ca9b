import { Star } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/i18n";
import type { Episode } from "@/api/types";
import { Badge } from "@/components/atoms/Badge";
import { Outside } from "@/components/atoms/Outside";
import { Picture } from "@/components/atoms/Picture";
import { useFormats } from "@/lib/format";
import type { Mark } from "./episodes";

interface Props {
  episode: Episode;
  /** Whether episodes of this season have pictures, so that all keep room for one. */
  pictured: boolean;
  heading: "h2" | "h4";
  mark: Mark | undefined;
  check?: ReactNode;
}

export function EpisodeRow({ episode, pictured, heading: Heading, mark, check }: Props) {
  const { t } = useTranslation();
  const { date, runtime, rating } = useFormats();
  const facts = [episode.aired && date(episode.aired), episode.runtime !== null && runtime(episode.runtime)].filter(
    Boolean,
  );
  return (
    <li className="flex gap-x-3 py-4 [contain-intrinsic-height:auto_7rem] [content-visibility:auto] sm:gap-x-6">
      <span className="display w-9 shrink-0 pt-0.5 text-2xl text-faint sm:w-12">{episode.number}</span>
      {pictured && (
        <span className="hidden aspect-video w-44 shrink-0 self-start overflow-hidden rounded-paper bg-raised sm:block">
          <Picture kind="still" name={episode.still} alt="" sizes="176px" className="size-full" />
        </span>
      )}
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Heading dir="auto" className="font-semibold">
            {episode.title}
          </Heading>
          {mark && <Badge look={mark === "next" ? "good" : "plain"}>{t(`title.${mark}`)}</Badge>}
        </div>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-2xs text-muted">
          {facts.join(" · ")}
          {episode.rating !== null && episode.votes > 0 && (
            <span className="inline-flex items-center gap-1">
              <Star aria-hidden className="size-3 fill-current text-accent" />
              <span className="sr-only">{t("title.ratingShort", { rating: rating(episode.rating) })}</span>
              <span aria-hidden>{rating(episode.rating)}</span>
            </span>
          )}
        </p>
        {episode.overview && (
          <p dir="auto" className="mt-2 max-w-[68ch] text-sm leading-relaxed text-muted">
            {episode.overview}
          </p>
        )}
        {episode.archive && (
          <Outside
            href={`https://archive.org/details/${encodeURIComponent(episode.archive)}`}
            className="mt-2 inline-block text-sm font-semibold underline underline-offset-4 hover:text-accent"
          >
            {t("title.watchFree")}
          </Outside>
        )}
      </div>
      {check}
    </li>
  );
}
