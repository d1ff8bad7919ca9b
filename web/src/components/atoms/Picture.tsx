import { useState, type ReactNode } from "react";
import { cx } from "@/lib/cx";
import { imageSource, type ImageKind } from "@/lib/images";

interface Props {
  kind: ImageKind;
  /** Name of the image; without one `fallback` is shown. */
  name: string | null | undefined;
  /** What a screen reader says; empty beside a text that says it already. */
  alt: string;
  /** How wide it will be shown, as the `sizes` attribute. */
  sizes: string;
  /** Seen at once, so it is fetched first. */
  eager?: boolean;
  fallback?: ReactNode;
  className?: string;
}

/** An image of the catalogue in the size that the place needs; its space is kept while it loads. */
export function Picture({ kind, name, alt, sizes, eager = false, fallback, className }: Props) {
  const [broken, setBroken] = useState<string | null>(null);
  if (!name || broken === name) return fallback;
  return (
    <img
      {...imageSource(kind, name)}
      sizes={sizes}
      alt={alt}
      loading={eager ? "eager" : "lazy"}
      fetchPriority={eager ? "high" : "auto"}
      decoding="async"
      draggable={false}
      className={cx("bg-raised object-cover", className)}
      onError={() => {
        setBroken(name);
      }}
    />
  );
}
