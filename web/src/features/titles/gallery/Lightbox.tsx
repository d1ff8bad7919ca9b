import { ChevronLeft, ChevronRight, ExternalLink, X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useTranslation } from "@/i18n/i18n";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { Picture } from "@/components/atoms/Picture";
import { OpenDialog } from "@/components/organisms/OpenDialog";
import { imageSource } from "@/lib/images";
import type { PictureShelf } from "./pictures";
import { useSteps } from "./useSteps";

interface Props {
  title: string;
  shelf: PictureShelf;
  /** Which picture is shown first. */
  start: number;
  close: () => void;
}

/** Pictures as large as the window, one at a time: by keys, by buttons, by a swipe. */
export function Lightbox({ title, shelf: { kind, pictures }, start, close }: Props) {
  const { t } = useTranslation();
  const { at, step, handlers } = useSteps(start, pictures.length);
  const picture = pictures[at];
  if (!picture) return null;
  const full = imageSource(kind, picture.name).srcSet.split(", ").at(-1)?.split(" ")[0];
  return (
    <OpenDialog
      title={t("pictures.of", { title })}
      close={close}
      className="fixed inset-0 z-50 flex animate-fade flex-col bg-shade/92 text-ink outline-none [color-scheme:dark]"
      {...handlers}
    >
      <div className="flex items-center gap-2 px-3 py-2">
        <p aria-live="polite" className="flex-1 ps-2 text-sm text-muted tabular-nums">
          <span className="sr-only">{picture.alt}. </span>
          {t("pictures.place", { number: at + 1, count: pictures.length })}
        </p>
        <a href={full} target="_blank" rel="noopener" className={iconButtonStyle()} aria-label={t("pictures.full")}>
          <ExternalLink aria-hidden />
        </a>
        <Dialog.Close className={iconButtonStyle()} aria-label={t("pictures.close")}>
          <X aria-hidden />
        </Dialog.Close>
      </div>
      <div className="relative min-h-0 flex-1 touch-pan-y px-4 pb-6 md:px-20">
        <Picture
          key={picture.name}
          kind={kind}
          name={picture.name}
          alt={picture.alt}
          sizes="100vw"
          eager
          className="size-full animate-fade bg-transparent object-contain"
        />
        {pictures.length > 1 && (
          <>
            <Turn to="back" step={step} />
            <Turn to="forward" step={step} />
          </>
        )}
      </div>
    </OpenDialog>
  );
}

function Turn({ to, step }: { to: "back" | "forward"; step: (by: 1 | -1) => void }) {
  const { t } = useTranslation();
  const Arrow = to === "back" ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      aria-label={t(`pictures.${to}`)}
      className={iconButtonStyle(
        `absolute top-1/2 -translate-y-1/2 bg-shade/70 text-ink rtl:[&_svg]:-scale-x-100 ${to === "back" ? "start-3" : "end-3"}`,
      )}
      onClick={() => {
        step(to === "back" ? -1 : 1);
      }}
    >
      <Arrow aria-hidden />
    </button>
  );
}
