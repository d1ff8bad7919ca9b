import { useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import type { TitleDetail } from "@/api/types";
import { Poster } from "@/components/atoms/Poster";
import { LazyLightbox } from "./LazyLightbox";
import { shelvesOf } from "./pictures";

/** The page's poster; a press shows it, and all others, as large as the window. */
export function ZoomedPoster({ title, sizes }: { title: TitleDetail; sizes: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const posters = shelvesOf(title, t).find(({ name }) => name === "posters");
  const poster = (
    <Poster
      name={title.poster}
      title={title.title}
      sizes={sizes}
      eager
      className="shadow-[0_18px_50px_-12px_rgb(0_0_0/0.7)]"
    />
  );
  if (!posters) return poster;
  const shown = posters.pictures.findIndex(({ name }) => name === title.poster);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={t("title.enlarge", { title: title.title })}
        className="block cursor-zoom-in rounded-paper transition-[scale] hover:scale-101"
        onClick={() => {
          setOpen(true);
        }}
      >
        {poster}
      </button>
      {open && (
        <LazyLightbox
          title={title.title}
          shelf={posters}
          start={Math.max(0, shown)}
          close={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
