import { useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import { Picture } from "@/components/atoms/Picture";
import { LazyLightbox } from "./LazyLightbox";
import type { PictureShelf } from "./pictures";

// As high as each other, as wide as they are.
const TILES: Record<PictureShelf["name"], { look: string; sizes: string }> = {
  backdrops: { look: "aspect-video h-36 sm:h-44", sizes: "(min-width: 40rem) 313px, 256px" },
  posters: { look: "aspect-2/3 h-44 sm:h-56", sizes: "(min-width: 40rem) 150px, 118px" },
  logos: { look: "aspect-video h-28 p-5 sm:h-32", sizes: "228px" },
};

/** Pictures of one kind in a row; each opens large. */
export function GalleryShelf({ title, shelf }: { title: string; shelf: PictureShelf }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<number | null>(null);
  const { look, sizes } = TILES[shelf.name];
  return (
    <>
      <ul className="shelf gap-3 pt-1 pb-2">
        {shelf.pictures.map(({ name, alt }, index) => (
          <li key={name} className="shrink-0 snap-start">
            <button
              type="button"
              aria-haspopup="dialog"
              aria-label={t("pictures.enlarge", { name: alt })}
              className={`group block overflow-hidden rounded-paper bg-raised ${look} ${shelf.kind === "logo" ? "[color-scheme:dark]" : ""}`}
              onClick={() => {
                setOpened(index);
              }}
            >
              <Picture
                kind={shelf.kind}
                name={name}
                alt=""
                sizes={sizes}
                className={`size-full transition-[scale] duration-300 group-hover:scale-103 ${shelf.kind === "logo" ? "object-contain" : ""}`}
              />
            </button>
          </li>
        ))}
      </ul>
      {opened !== null && (
        <LazyLightbox
          title={title}
          shelf={shelf}
          start={opened}
          close={() => {
            setOpened(null);
          }}
        />
      )}
    </>
  );
}
