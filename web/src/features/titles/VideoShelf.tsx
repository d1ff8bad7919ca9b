import { Play } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import type { Video } from "@/api/types";
import { Shelf, ShelfItem } from "@/components/organisms/Shelf";
import { VideoDialog } from "./VideoDialog";
import { playable } from "./videos";

/** Trailers and clips by name: their pictures are YouTube's, and nothing is asked of it before a press. */
export function VideoShelf({ videos }: { videos: Video[] }) {
  const { t } = useTranslation();
  const shown = playable(videos);
  if (shown.length === 0) return null;
  return (
    <Shelf name={t("title.videos")} note={t("video.load")}>
      {shown.map((video) => (
        <ShelfItem key={video.key} wide>
          <VideoDialog video={video}>
            <button
              type="button"
              aria-label={t("title.play", { name: video.name })}
              className="group flex w-full items-center gap-4 rounded-card border border-line bg-surface p-4 text-start transition-colors hover:border-edge hover:bg-raised"
            >
              <span className="flex size-11 shrink-0 items-center justify-center rounded-full bg-accent text-on-accent">
                <Play aria-hidden className="size-4.5 fill-current" />
              </span>
              <span className="min-w-0">
                <span className="line-clamp-2 text-sm font-semibold">{video.name}</span>
                <span className="text-2xs text-muted">{video.type}</span>
              </span>
            </button>
          </VideoDialog>
        </ShelfItem>
      ))}
    </Shelf>
  );
}
