import type { HistoryPages, SeasonProgress, Standing } from "./queries";

type Episodes = readonly number[];

/** A season's answer once these episodes are seen. */
export function withSeen(episodes: Episodes) {
  return (now: SeasonProgress): SeasonProgress => {
    const others = now.items.filter(({ episode }) => !episodes.includes(episode));
    const seen = episodes.map((episode) => {
      const known = now.items.find((one) => one.episode === episode);
      return { episode, viewings: Math.max(1, known?.viewings ?? 0), lastAt: known?.lastAt ?? null, progress: null };
    });
    return { items: [...others, ...seen] };
  };
}

/** The same once they are not. */
export function withoutSeen(episodes: Episodes) {
  return (now: SeasonProgress): SeasonProgress => ({
    items: now.items.filter(({ episode }) => !episodes.includes(episode)),
  });
}

/** A title's answer once it is seen at that moment, in ISO 8601: a film, or all of a show. */
export function watched(at: string) {
  return (now: Standing): Standing => ({
    ...now,
    status: "watched",
    viewings: now.viewings + 1,
    seen: now.aired,
    fraction: 1,
    next: null,
    lastAt: at,
  });
}

/** The same once it is not. */
export function notWatched(now: Standing): Standing {
  return { ...now, status: null, viewings: 0, rewatched: false, seen: 0, fraction: null, progress: null };
}

/** The same once the last of several times is taken back; when the one before it was, the server says. */
export function watchedOnceLess(now: Standing): Standing {
  const viewings = now.viewings - 1;
  return { ...now, viewings, rewatched: viewings > 1, lastAt: null };
}

/** A history without one viewing. */
export function without(id: number) {
  return (now: HistoryPages): HistoryPages => ({
    ...now,
    pages: now.pages.map((page) => ({ ...page, items: page.items.filter((one) => one.id !== id) })),
  });
}
