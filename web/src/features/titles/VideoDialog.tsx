import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/i18n";
import type { Video } from "@/api/types";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { Curtain } from "@/components/atoms/Curtain";

/** A video over the page. Nothing is fetched from YouTube before it is opened. */
export function VideoDialog({ video, children }: { video: Video; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Dialog.Root>
      <Dialog.Trigger asChild>{children}</Dialog.Trigger>
      <Dialog.Portal>
        <Curtain />
        <Dialog.Content
          data-dialog
          aria-describedby={undefined}
          className="fixed top-1/2 left-1/2 z-50 w-[min(94vw,72rem,140dvh)] -translate-1/2 animate-fade [color-scheme:dark]"
        >
          <div className="flex items-center justify-between gap-4 pb-2 text-ink">
            <Dialog.Title className="display truncate text-lg">{video.name}</Dialog.Title>
            <Dialog.Close className={iconButtonStyle("text-ink")} aria-label={t("video.close")}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          <iframe
            src={`https://www.youtube-nocookie.com/embed/${encodeURIComponent(video.key)}?autoplay=1&rel=0`}
            title={video.name}
            allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
            referrerPolicy="strict-origin-when-cross-origin"
            className="aspect-video w-full rounded-card bg-shade"
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
