import { ExternalLink, Play } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import type { TitleDetail } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Outside } from "@/components/atoms/Outside";
import { cx } from "@/lib/cx";
import { trailerOf } from "./videos";
import { VideoDialog } from "./VideoDialog";

/** What can be done with the title at once. */
export function TitleActions({ title, className }: { title: TitleDetail; className: string }) {
  const { t } = useTranslation();
  const trailer = trailerOf(title.videos ?? []);
  const archive = title.externalIds?.archive;
  if (!trailer && !archive) return null;
  return (
    <div className={cx("flex flex-wrap gap-3", className)}>
      {trailer && (
        <VideoDialog video={trailer}>
          <button type="button" className={buttonStyle("solid")}>
            <Play aria-hidden className="fill-current" />
            {t("title.trailer")}
          </button>
        </VideoDialog>
      )}
      {archive && (
        <Outside
          href={`https://archive.org/details/${encodeURIComponent(archive)}`}
          className={buttonStyle(trailer ? "soft" : "solid")}
        >
          <ExternalLink aria-hidden />
          {t("title.watchFree")}
        </Outside>
      )}
    </div>
  );
}
