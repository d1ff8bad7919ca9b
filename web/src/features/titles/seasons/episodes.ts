import type { Episode, SeasonCard } from "@/api/types";

const NEWS = 31; // days for which the last episode of a season is still the latest

export type Mark = "next" | "latest";

/** The seasons in the order in which one watches them; specials, number 0, come last. */
export function inOrder(seasons: SeasonCard[]): SeasonCard[] {
  return seasons.toSorted((a, b) => (a.number || Infinity) - (b.number || Infinity));
}

/** Which episodes are the next and the latest on `today`, an ISO date; nothing is marked in what ended long ago. */
export function marks(episodes: Pick<Episode, "id" | "aired">[], today: string): Map<number, Mark> {
  const dated = episodes.filter((episode): episode is { id: number; aired: string } => Boolean(episode.aired));
  const ordered = dated.toSorted((a, b) => a.aired.localeCompare(b.aired));
  const next = ordered.find(({ aired }) => aired > today);
  const latest = ordered.findLast(({ aired }) => aired <= today);
  const found = new Map<number, Mark>();
  if (next) found.set(next.id, "next");
  if (latest && (next ?? daysBetween(latest.aired, today) <= NEWS)) found.set(latest.id, "latest");
  return found;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
