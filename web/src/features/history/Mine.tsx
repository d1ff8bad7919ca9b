import { Suspense } from "react";
import type { Episode, TitleDetail } from "@/api/types";
import { useMe } from "@/features/me/queries";
import { OwnPlace } from "@/features/rows/OwnPlace";
import { UP_NEXT } from "@/features/rows/own";
import { EpisodeList } from "@/features/titles/seasons/EpisodeList";
import { part } from "@/lib/part";

const WatchControl = part("history", () => import("./WatchControl"));
const SeasonEpisodes = part("history", () => import("./SeasonEpisodes"));
const UpNextShelf = part("history", () => import("./UpNextShelf"));

/** Where whoever is signed in stands with a title, and what they can say about it. */
export function TitleStanding({ title }: { title: TitleDetail }) {
  if (!useMe()) return null;
  return (
    <Suspense fallback={<span aria-hidden className="block h-11" />}>
      <WatchControl title={title} />
    </Suspense>
  );
}

export interface EpisodesProps {
  showId: number;
  season: number;
  episodes: Episode[];
  name: string;
  heading: "h2" | "h4";
}

/** A season's episodes; with a check each for whoever is signed in. */
export function EpisodesToWatch(props: EpisodesProps) {
  const { episodes, name, heading } = props;
  const plain = <EpisodeList episodes={episodes} name={name} heading={heading} />;
  if (!useMe()) return plain;
  return (
    <Suspense fallback={plain}>
      <SeasonEpisodes {...props} />
    </Suspense>
  );
}

/** What to go on with, for whoever is signed in and in the middle of something. */
export function UpNext() {
  const me = useMe();
  if (me === null) return null;
  const place = <OwnPlace id={UP_NEXT} known={false} />;
  return me ? (
    <Suspense fallback={place}>
      <UpNextShelf />
    </Suspense>
  ) : (
    place
  );
}
