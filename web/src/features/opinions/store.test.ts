import { beforeEach, expect, test, vi } from "vitest";
import { changeCount, follow, foresee, forget, NONE, opinionOf, tell, watchChanges } from "./store";

const NOSFERATU = 7;
const loved = { ...NONE, favorite: true };

beforeEach(() => {
  forget();
});

test("of a title that nobody told of nothing is thought", () => {
  expect(opinionOf(NOSFERATU)).toEqual(NONE);
});

test("a change is shown before the server knows of it, and gone when it refuses", () => {
  const end = foresee(NOSFERATU, { favorite: true });
  expect(opinionOf(NOSFERATU)).toEqual(loved);
  end();
  expect(opinionOf(NOSFERATU)).toEqual(NONE);
});

test("a refused change takes only itself away", () => {
  const first = foresee(NOSFERATU, { favorite: true });
  const second = foresee(NOSFERATU, { rating: 8.5 });
  first();
  expect(opinionOf(NOSFERATU)).toEqual({ ...NONE, rating: 8.5 });
  second({ ...NONE, rating: 8.5 });
  expect(opinionOf(NOSFERATU)).toEqual({ ...NONE, rating: 8.5 });
});

test("the last of two changes of the same wins, whichever the server answers first", () => {
  const first = foresee(NOSFERATU, { rating: 3 });
  const second = foresee(NOSFERATU, { rating: 4 });
  first({ ...NONE, rating: 3 });
  expect(opinionOf(NOSFERATU).rating).toBe(4);
  second({ ...NONE, rating: 4 });
  expect(opinionOf(NOSFERATU).rating).toBe(4);
});

test("an answer to a question from before a change does not undo it", () => {
  const askedAt = performance.now();
  foresee(NOSFERATU, { favorite: true })(loved);
  tell(NOSFERATU, NONE, askedAt);
  expect(opinionOf(NOSFERATU)).toEqual(loved);
});

test("marks leave the notes as they are known", () => {
  tell(NOSFERATU, { ...loved, notes: "with an organ" }, performance.now());
  tell(NOSFERATU, NONE, performance.now());
  expect(opinionOf(NOSFERATU)).toEqual({ ...NONE, notes: "with an organ" });
});

test("what comes for somebody who has gone is told to nobody", () => {
  const end = foresee(NOSFERATU, { favorite: true });
  forget();
  end(loved);
  expect(opinionOf(NOSFERATU)).toEqual(NONE);
});

test("a follower hears of one title, a watcher of every change made here", () => {
  const [heard, watched] = [vi.fn(), vi.fn()];
  const ends = [follow(NOSFERATU, heard), watchChanges(watched)];
  const before = changeCount();
  tell(NOSFERATU, loved, performance.now());
  foresee(8, { favorite: true });
  expect([heard.mock.calls.length, watched.mock.calls.length, changeCount() - before]).toEqual([1, 1, 1]);
  ends.forEach((end) => {
    end();
  });
  foresee(NOSFERATU, { favorite: false });
  expect(heard).toHaveBeenCalledTimes(1);
});
