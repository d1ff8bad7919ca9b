import type { TitleDetail } from "@/api/types";
import { TitleStanding } from "@/features/history/Mine";
import { Marquee } from "./Marquee";
import { TitleActions } from "./TitleActions";
import { TitleLine } from "./TitleLine";
import { ZoomedPoster } from "./gallery/ZoomedPoster";

const SIZES = "(min-width: 64rem) 224px, (min-width: 48rem) 176px, 112px";

/** The name and what one decides by: year, length, age, rating; and what can be done at once. */
export function TitleHeader({ title }: { title: TitleDetail }) {
  return (
    <Marquee backdrop={title.backdrop} poster={<ZoomedPoster title={title} sizes={SIZES} />}>
      <h1 dir="auto" className="display text-3xl wrap-anywhere text-ink md:text-title">
        {title.title}
      </h1>
      <TitleLine title={title} />
      {/* What is pressed takes the width that the words have, and not the words' shade with it. */}
      <TitleActions title={title} className="mt-5 max-md:hidden md:w-0 md:min-w-full" />
      <div className="mt-3 max-md:hidden md:w-0 md:min-w-full">
        <TitleStanding title={title} />
      </div>
    </Marquee>
  );
}
