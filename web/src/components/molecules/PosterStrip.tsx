import { Poster } from "@/components/atoms/Poster";

const PLACES = 4;

interface Props {
  posters: { title: string; poster: string }[];
}

/** The first posters of something, side by side; blank sheets where there are no more. */
export function PosterStrip({ posters }: Props) {
  return (
    <span aria-hidden className="grid grid-cols-4 gap-1.5">
      {Array.from({ length: PLACES }, (_, index) => (
        <Poster key={index} name={posters[index]?.poster} title="" sizes="(min-width: 40rem) 80px, 21vw" />
      ))}
    </span>
  );
}
