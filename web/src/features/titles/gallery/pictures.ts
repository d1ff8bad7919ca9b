import type { Translate } from "@/i18n/i18n";
import type { Picture, TitleDetail } from "@/api/types";
import type { ImageKind } from "@/lib/images";

const SHELVES = [
  { name: "backdrops", kind: "backdrop", words: "pictures.backdropOf" },
  { name: "posters", kind: "poster", words: "pictures.posterOf" },
  { name: "logos", kind: "logo", words: "pictures.logoOf" },
] as const;

export type ShelfName = (typeof SHELVES)[number]["name"];

/** Pictures of one kind, ready to be shown. */
export interface PictureShelf {
  name: ShelfName;
  kind: ImageKind;
  pictures: (Picture & { alt: string })[];
}

/** The kinds that there are pictures of. */
export function shelvesOf({ title, images }: Pick<TitleDetail, "title" | "images">, t: Translate): PictureShelf[] {
  return SHELVES.map(({ name, kind, words }) => ({
    name,
    kind,
    pictures: (images?.[name] ?? []).map((picture, index) => ({
      ...picture,
      alt: t(words, { number: index + 1, title }),
    })),
  })).filter(({ pictures }) => pictures.length > 0);
}

/** Whether there is more to see than the page's header shows: a second poster or backdrop. */
export function worthShowing(shelves: PictureShelf[]): boolean {
  return shelves.some(({ pictures }) => pictures.length > 1);
}
