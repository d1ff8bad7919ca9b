/** A season and an episode in short, as the server's sentences and the calendar's feed have them, too: 1x02. */
export function episodeNumbers(season: number, episode: number): string {
  return `${season}x${String(episode).padStart(2, "0")}`;
}
