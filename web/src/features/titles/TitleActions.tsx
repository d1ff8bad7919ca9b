import { ExternalLink, Play } from "lucide-react";
import { Suspense } from "react";
import { useTranslation } from "@/i18n/i18n";
import type { TitleDetail } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Outside } from "@/components/atoms/Outside";
import { useMe } from "@/features/me/queries";
import { cx } from "@/lib/cx";
import { part } from "@/lib/part";
import { trailerOf } from "./videos";
import { VideoDialog } from "./VideoDialog";

const TitleOpinion = part("library", () => import("@/features/opinions/TitleOpinion"));
const AddToList = part("library", () => import("@/features/watchlists/AddToList"));

/** What can be done with the title at once. */
export function TitleActions({ title, className }: { title: TitleDetail; className: string }) {
  const { t } = useTranslation();
  const trailer = trailerOf(title.videos ?? []);
  const archive = title.externalIds?.archive;
  const me = useMe();
  if (!trailer && !archive && me === null) return null;
  const place = <span className="h-39 basis-full" />;
  return (
    <div className={cx("flex flex-wrap items-center gap-3", className)}>
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
      {me === undefined && place}
      {me && (
        <Suspense fallback={place}>
          <TitleOpinion title={title} />
          <AddToList title={title} />
        </Suspense>
      )}
    </div>
  );
}
