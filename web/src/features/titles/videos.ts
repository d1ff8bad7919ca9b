import type { Video } from "@/api/types";

/** Videos that can be shown here: YouTube's only. */
export function playable(videos: Video[]): Video[] {
  return videos.filter(({ site }) => site === "YouTube");
}

/** The one behind the trailer button: an official trailer, else any trailer, else a teaser. */
export function trailerOf(videos: Video[]): Video | undefined {
  const shown = playable(videos);
  const trailers = shown.filter(({ type }) => type === "Trailer");
  return trailers.find(({ official }) => official) ?? trailers[0] ?? shown.find(({ type }) => type === "Teaser");
}
