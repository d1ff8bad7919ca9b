import type { ReactNode } from "react";
import { cx } from "@/lib/cx";
import { imageSource } from "@/lib/images";
import { Picture } from "@/components/atoms/Picture";
import { Spill } from "@/components/atoms/Spill";

interface Props {
  backdrop: string | null | undefined;
  /** Lies on the picture, in the dark colours whatever the theme. */
  children?: ReactNode;
  className?: string;
}

/** A picture shown as in a cinema: a wide bright screen, and its light on the wall around. */
export function Screen({ backdrop, children, className }: Props) {
  return (
    <div className="relative isolate md:px-(--gutter)">
      {backdrop && (
        <Spill
          key={backdrop}
          picture={imageSource("backdrop", backdrop).srcSet.split(" ")[0] ?? ""}
          className="spill -z-10 max-md:hidden"
        />
      )}
      <div
        className={cx("relative overflow-hidden bg-shade text-ink [color-scheme:dark] md:rounded-screen", className)}
      >
        <Picture
          kind="backdrop"
          name={backdrop}
          alt=""
          sizes="100vw"
          eager
          className="absolute inset-0 size-full animate-appear"
        />
        {children}
      </div>
    </div>
  );
}
