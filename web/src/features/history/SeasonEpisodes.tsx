import type { Episode } from "@/api/types";
import { EpisodeList } from "@/features/titles/seasons/EpisodeList";
import { EpisodeCheck } from "./EpisodeCheck";
import type { EpisodesProps } from "./Mine";
import { SeasonHead } from "./SeasonHead";
import { useSeason } from "./useSeason";

/** A season's episodes, each with a check; all of them, or all up to one, at once. */
export default function SeasonEpisodes(props: EpisodesProps) {
  const { episodes, name, heading } = props;
  const { isKnown, aired, seen, missing, toggle, markUpTo, markAll, unmarkAll } = useSeason(props);
  const check = (episode: Episode) => {
    const isSeen = seen.has(episode.number);
    if (!isSeen && !aired.includes(episode.number)) return null;
    const before = missing.filter((number) => number < episode.number);
    return (
      <EpisodeCheck
        name={episode.title}
        isSeen={isSeen}
        toggle={() => {
          toggle(episode);
        }}
        upTo={
          !isSeen && before.length > 0
            ? () => {
                markUpTo(episode, before);
              }
            : undefined
        }
      />
    );
  };
  return (
    <>
      {aired.length > 0 && (
        <SeasonHead
          seen={aired.length - missing.length}
          of={aired.length}
          markAll={isKnown ? markAll : undefined}
          unmarkAll={unmarkAll}
        />
      )}
      <EpisodeList episodes={episodes} name={name} heading={heading} check={check} />
    </>
  );
}
