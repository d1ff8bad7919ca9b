import { Link } from "@tanstack/react-router";
import { ExternalLink, Play } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import type { TitleDetail } from "@/api/types";
import { buttonStyle, chipStyle } from "@/components/atoms/buttonStyle";
import { Outside } from "@/components/atoms/Outside";
import { Makers } from "./Makers";
import { trailerOf } from "./videos";
import { VideoDialog } from "./VideoDialog";

/** What can be done with the title, and what it is about. */
export function TitleStory({ title }: { title: TitleDetail }) {
  const { t } = useTranslation();
  const trailer = trailerOf(title.videos ?? []);
  const archive = title.externalIds?.archive;
  return (
    <div>
      {(trailer ?? archive) && (
        <div className="mb-6 flex flex-wrap gap-3">
          {archive && (
            <Outside
              href={`https://archive.org/details/${encodeURIComponent(archive)}`}
              className={buttonStyle(trailer ? "soft" : "solid")}
            >
              <ExternalLink aria-hidden />
              {t("title.watchFree")}
            </Outside>
          )}
          {trailer && (
            <VideoDialog video={trailer}>
              <button type="button" className={buttonStyle("solid", "order-first")}>
                <Play aria-hidden className="fill-current" />
                {t("title.trailer")}
              </button>
            </VideoDialog>
          )}
        </div>
      )}
      {title.tagline && <p className="mb-3 text-lg text-muted italic">{title.tagline}</p>}
      <p className="max-w-[68ch] text-prose">{title.overview || t("title.noOverview")}</p>
      {!title.complete && <p className="mt-3 text-sm text-muted">{t("title.partial")}</p>}
      <Makers crew={title.credits?.crew ?? []} />
      <ul className="mt-6 flex flex-wrap gap-2">
        {title.genreNames.map(({ slug, name }) => (
          <li key={slug}>
            <Link to={title.kind === "movie" ? "/movies" : "/tv"} search={{ genre: slug }} className={chipStyle()}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
