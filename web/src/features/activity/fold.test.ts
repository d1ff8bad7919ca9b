import { expect, test } from "vitest";
import type { Done, TitleCard } from "@/api/types";
import { fold, withUndone } from "./fold";

let id = 100;
const title = (id: number) => ({ id, kind: "tv", title: `Series ${id}` }) as TitleCard;
function done(what: string, of: number, details: Done["details"] = {}, at = "2026-11-21T10:00:00Z"): Done {
  id -= 1;
  return { id, what, title: title(of), list: null, importId: null, details, at, undoable: true, undoneAt: null };
}
const watched = (of: number, season: number, episode: number, at?: string) =>
  done("EpisodeWatched", of, { season, episode, viewing_id: episode, watched_at: "2026-11-20T20:00:00Z" }, at);

const counts = (items: Done[]) => fold(items).map(({ items }) => items.length);

test("episodes of a season in a row are one entry, of the newest of them", () => {
  const items = [watched(1, 2, 3), watched(1, 2, 2), watched(1, 2, 1)];
  const entries = fold(items);
  expect(counts(items)).toEqual([3]);
  expect(entries[0]?.id).toBe(items[0]?.id);
});

test("another season, another title and something between begin another entry", () => {
  expect(counts([watched(1, 2, 1), watched(1, 1, 9)])).toEqual([1, 1]);
  expect(counts([watched(1, 1, 1), watched(2, 1, 1)])).toEqual([1, 1]);
  expect(counts([watched(1, 1, 2), done("FavoriteAdded", 1), watched(1, 1, 1)])).toEqual([1, 1, 1]);
});

test("an entry does not reach over midnight", () => {
  const at = (day: number) => new Date(2026, 10, day, 12).toISOString();
  expect(counts([watched(1, 1, 2, at(21)), watched(1, 1, 1, at(20))])).toEqual([1, 1]);
});

test("ratings are told one by one, since each says something else", () => {
  expect(counts([done("TitleRated", 1, { before: 14, rating: 17 }), done("TitleRated", 1, { before: null, rating: 14 })])).toEqual([1, 1]); // prettier-ignore
});

test("the status that a viewing brought is not told beside it, and does not part episodes", () => {
  const brought = () => done("StatusChanged", 1, { before: "", now: "watching" });
  expect(counts([brought(), watched(1, 1, 2), brought(), watched(1, 1, 1)])).toEqual([2]);
});

test("a status that somebody chose is told", () => {
  const chosen = done("StatusChanged", 1, { before: "watching", now: "dropped" }, "2026-11-21T11:00:00Z");
  expect(counts([chosen, watched(1, 1, 1)])).toEqual([1, 1]);
});

test("titles that are put into one list are told apart from those in another", () => {
  const listed = (list: number) => done("WatchlistItemAdded", 1, { watchlist_id: list, position: 0 });
  expect(counts([listed(1), listed(2)])).toEqual([1, 1]);
});

test("notes, orders and invitations are told one by one, for each is taken back by itself", () => {
  for (const what of ["TitleNoted", "WatchlistItemNoted", "WatchlistReordered", "WatchlistShared"]) {
    expect(counts([done(what, 1, { watchlist_id: 1 }), done(what, 1, { watchlist_id: 1 })])).toEqual([1, 1]);
  }
});

test("an episode that was undone is told apart from those around it", () => {
  const [third, second, first] = [watched(1, 1, 3), watched(1, 1, 2), watched(1, 1, 1)];
  const items = [third, { ...second, undoable: false, undoneAt: "2026-11-21T10:05:00Z" }, first];
  expect(counts(items)).toEqual([1, 1, 1]);
});

test("what was just undone here is undone, and cannot be again, before the server tells it", () => {
  const [mine, other] = [done("FavoriteAdded", 1), done("FavoriteAdded", 2)];
  const [first, second] = withUndone([mine, other], new Set([mine.id]));
  expect(first).toMatchObject({ undoable: false, undoneAt: expect.any(String) as string });
  expect(second).toEqual(other);
});

test("when something was undone is as the server tells it", () => {
  const told = { ...done("FavoriteAdded", 1), undoable: false, undoneAt: "2026-11-21T10:05:00Z" };
  expect(withUndone([told], new Set([told.id]))).toEqual([told]);
});
