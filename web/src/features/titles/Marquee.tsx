import type { ReactNode } from "react";
import { Screen } from "@/components/organisms/Screen";
import { cx } from "@/lib/cx";

interface Props {
  backdrop: string | null | undefined;
  poster: ReactNode;
  /** The name, and what belongs right beneath it. */
  children: ReactNode;
}

/**
 * The screen with the backdrop; the poster hangs over its lower edge, the words beside it. On a desk the screen is as high
 * as the words need, if they need more than the picture.
 */
export function Marquee({ backdrop, poster, children }: Props) {
  return (
    <header className="relative md:grid md:grid-cols-[minmax(0,1fr)] md:*:col-start-1 md:*:row-start-1">
      <Screen
        backdrop={backdrop}
        className={cx(
          "w-full md:aspect-auto md:h-full md:max-h-none",
          backdrop ? "aspect-video max-h-[46dvh]" : "h-36 bg-linear-to-b from-glow to-shade",
        )}
      >
        <div className={cx("max-md:hidden", backdrop ? "aspect-21/9 max-h-[58dvh] min-h-84 w-full" : "h-84")} />
        <div className="scrim max-md:hidden" />
      </Screen>
      {/* On a phone the picture ends in the page, whose colour is the theme's. */}
      <div className="relative isolate -mt-28 bg-linear-to-b from-transparent to-ground to-[7rem] md:mt-0 md:-mb-14 md:self-end md:bg-none">
        <div className="gutter grid grid-cols-[7rem_minmax(0,1fr)] items-end gap-x-4 md:grid-cols-[11rem_minmax(0,1fr)] md:gap-x-12 md:px-(--inset) lg:grid-cols-[14rem_minmax(0,1fr)]">
          {poster}
          <div className="relative min-w-0 pt-28 md:w-fit md:max-w-[calc(100%-2.5rem)] md:min-w-[min(30rem,100%-2.5rem)] md:pb-22 md:text-ink md:[color-scheme:dark]">
            <div className="scrim-words max-md:hidden" />
            {children}
          </div>
        </div>
      </div>
    </header>
  );
}
