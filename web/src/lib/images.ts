/** The sizes that the server cuts images to, by kind, as `w` and pixels; and the shape of each kind. */
const KINDS = {
  poster: { widths: [92, 154, 185, 342, 500, 780], ratio: 3 / 2 },
  backdrop: { widths: [300, 780, 1280, 1920], ratio: 9 / 16 },
  profile: { widths: [45, 185, 342], ratio: 3 / 2 },
  still: { widths: [185, 300, 780], ratio: 9 / 16 },
  logo: { widths: [92, 300], ratio: 1 },
} as const;

export type ImageKind = keyof typeof KINDS;

export interface ImageSource {
  src: string;
  srcSet: string;
  width: number;
  height: number;
}

/** Where to get an image by its name; `width` and `height` are the shape, for the space to be kept. */
export function imageSource(kind: ImageKind, name: string): ImageSource {
  const { widths, ratio } = KINDS[kind];
  const address = (width: number) => `/img/${kind}/w${width}/${encodeURIComponent(name)}`;
  const middle = widths[Math.floor(widths.length / 2)] ?? widths[0];
  return {
    src: address(middle),
    srcSet: widths.map((width) => `${address(width)} ${width}w`).join(", "),
    width: middle,
    height: Math.round(middle * ratio),
  };
}
