import type { ReactNode } from "react";
import { Screen } from "@/components/organisms/Screen";

interface Props {
  backdrop: string | null | undefined;
  poster: ReactNode;
  /** The name, and what belongs right beneath it. */
  children: ReactNode;
}

/** The screen with the backdrop; the poster hangs over its lower edge, the words beside it. */
export function Marquee({ backdrop, poster, children }: Props) {
  return (
    <header className="relative">
      <Screen
        backdrop={backdrop}
        className={
          backdrop
            ? "aspect-video max-h-[46dvh] w-full md:aspect-21/9 md:max-h-[58dvh] md:min-h-84"
            : "h-36 w-full bg-linear-to-b from-glow to-shade md:h-84"
        }
      >
        <div className="scrim max-md:hidden" />
      </Screen>
      {/* On a phone the picture ends in the page, whose colour is the theme's. */}
      <div className="relative -mt-28 bg-linear-to-b from-transparent to-ground to-[7rem] md:absolute md:inset-x-0 md:-bottom-14 md:mt-0 md:bg-none">
        <div className="gutter grid grid-cols-[7rem_minmax(0,1fr)] items-end gap-x-4 md:grid-cols-[11rem_minmax(0,1fr)] md:gap-x-12 md:px-(--inset) lg:grid-cols-[14rem_minmax(0,1fr)]">
          {poster}
          <div className="min-w-0 pt-28 md:pe-10 md:pt-0 md:pb-22 md:text-ink md:[color-scheme:dark]">{children}</div>
        </div>
      </div>
    </header>
  );
}
