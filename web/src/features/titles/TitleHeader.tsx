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
      <TitleActions title={title} className="mt-5 max-md:hidden" />
      <div className="mt-3 max-md:hidden">
        <TitleStanding title={title} />
      </div>
    </Marquee>
  );
}
