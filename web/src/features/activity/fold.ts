import type { Done } from "@/api/types";

/** One thing done, or several of a kind in a row: episodes of one season, say. */
export interface Entry {
  /** Of the newest of them. */
  id: number;
  createdAt: string;
  /** The newest first; never empty. */
  items: [Done, ...Done[]];
}

const AT_ONCE = 5_000; // milliseconds; a viewing and the status that it brings are made in one deed
// Several of these in a row say different things, or are taken back one by one.
const EACH_ALONE = new Set([
  "ImportApplied",
  "TitleRated",
  "TitleNoted",
  "StatusChanged",
  "ReviewChanged",
  "WatchlistChanged",
  "WatchlistShared",
  "WatchlistReordered",
  "WatchlistItemMoved",
  "WatchlistItemNoted",
]);

/** What was done, the newest first, as few entries as tell all of it. An entry never reaches over midnight. */
export function fold(items: readonly Done[]): Entry[] {
  const entries: Entry[] = [];
  items.forEach((done, index) => {
    if (isConsequence(done, items[index + 1])) return;
    const last = entries.at(-1);
    if (last && belongs(done, last.items[0])) last.items.push(done);
    else entries.push({ id: done.id, createdAt: done.at, items: [done] });
  });
  return entries;
}

/** The same, and of what was just taken back here that it is undone: the server's page tells it a moment later. */
export function withUndone(items: readonly Done[], undone: ReadonlySet<number>): Done[] {
  const undoneAt = new Date().toISOString();
  return items.map((done) => (awaitsUndone(done, undone) ? { ...done, undoable: false, undoneAt } : done));
}

/** Whether the server does not tell yet that it is undone. */
export function awaitsUndone({ id, undoneAt }: Done, undone: ReadonlySet<number>): boolean {
  return !undoneAt && undone.has(id);
}

export function isViewing({ what }: Done): boolean {
  return what === "FilmWatched" || what === "EpisodeWatched" || what === "ViewingRemoved";
}

/** Whether it is a status that only followed from the viewing before it. */
function isConsequence(done: Done, before: Done | undefined): boolean {
  if (done.what !== "StatusChanged" || !before || !isViewing(before)) return false;
  return done.title?.id === before.title?.id && Date.parse(done.at) - Date.parse(before.at) < AT_ONCE;
}

function belongs(done: Done, to: Done): boolean {
  return (
    done.what === to.what &&
    !EACH_ALONE.has(done.what) &&
    !done.undoneAt === !to.undoneAt &&
    done.title?.id === to.title?.id &&
    done.details.season === to.details.season &&
    done.details.watchlist_id === to.details.watchlist_id &&
    new Date(done.at).toDateString() === new Date(to.at).toDateString()
  );
}
