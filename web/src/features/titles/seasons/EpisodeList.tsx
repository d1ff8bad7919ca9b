import type { ReactNode } from "react";
import type { Episode } from "@/api/types";
import { EpisodeRow } from "./EpisodeRow";
import { marks } from "./episodes";

interface Props {
  episodes: Episode[];
  name: string;
  /** What an episode's title is in the order of headings. */
  heading: "h2" | "h4";
  /** At the end of each: what can be said about it. */
  check?: (episode: Episode) => ReactNode;
}

export function EpisodeList({ episodes, name, heading, check }: Props) {
  const pictured = episodes.some(({ still }) => still);
  const marked = marks(episodes, new Date().toISOString().slice(0, 10));
  return (
    <ol aria-label={name} className="divide-y divide-line/70">
      {episodes.map((episode) => (
        <EpisodeRow
          key={episode.id}
          episode={episode}
          pictured={pictured}
          heading={heading}
          mark={marked.get(episode.id)}
          check={check?.(episode)}
        />
      ))}
    </ol>
  );
}
