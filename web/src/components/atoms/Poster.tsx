import { cx } from "@/lib/cx";
import type { ImageKind } from "@/lib/images";
import { Picture } from "./Picture";

interface Props {
  name: string | null | undefined;
  /** Shown on the blank sheet where there is no picture. */
  title: string;
  sizes: string;
  kind?: Extract<ImageKind, "poster" | "profile">;
  eager?: boolean;
  className?: string;
}

/** A poster or a portrait, two to three, with a hairline round it as printed matter has. */
export function Poster({ name, title, sizes, kind = "poster", eager, className }: Props) {
  return (
    <span
      className={cx("block aspect-2/3 rounded-paper bg-raised outline -outline-offset-1 outline-ink/10", className)}
    >
      <Picture
        kind={kind}
        name={name}
        alt=""
        sizes={sizes}
        eager={eager}
        className="size-full rounded-[inherit]"
        fallback={
          <span
            dir="auto"
            className="display flex size-full items-end overflow-hidden p-3 text-lg leading-tight text-faint"
          >
            {title}
          </span>
        }
      />
    </span>
  );
}
