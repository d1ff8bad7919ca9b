import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepAsking, useOpinion } from "./marks";
import { forget, NONE, opinionOf } from "./store";

const asked = vi.fn<(ids: string[]) => void>();
let end: () => void;

/** The server loves every title whose number is even. */
function answer(request: Request): Promise<Response> {
  const ids = new URL(request.url).searchParams.get("titles")?.split(",") ?? [];
  asked(ids);
  const items = ids.map(Number).filter((id) => id % 2 === 0).map((id) => ({ id, ...NONE, favorite: true })); // prettier-ignore
  return Promise.resolve(Response.json({ items }));
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", vi.fn(answer));
  asked.mockClear();
  end = keepAsking();
});

afterEach(() => {
  cleanup();
  end();
  forget();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const show = (id: number) => renderHook(() => useOpinion(id));
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

test("the titles of a page are asked for with one question", async () => {
  const cards = [2, 3, 4].map(show);
  expect(cards.map(({ result }) => result.current.favorite)).toEqual([false, false, false]);
  await pass(200);
  expect(asked.mock.calls).toEqual([[["2", "3", "4"]]]);
  expect(cards.map(({ result }) => result.current.favorite)).toEqual([true, false, true]);
});

test("two hundred at a time is what the server takes", async () => {
  for (let id = 1; id <= 250; id += 1) show(id);
  await pass(200);
  expect(asked.mock.calls.map(([ids]) => ids.length)).toEqual([200, 50]);
});

test("what was scrolled past is not asked for", async () => {
  show(2);
  show(4).unmount();
  await pass(200);
  expect(asked.mock.calls).toEqual([[["2"]]]);
});

test("what is known is asked for again when it is a minute old", async () => {
  show(2).unmount();
  const { unmount } = show(2);
  await pass(200);
  unmount();
  show(2);
  await pass(30_000);
  expect(asked).toHaveBeenCalledTimes(1);
  await pass(40_000);
  show(2);
  await pass(200);
  expect(asked).toHaveBeenCalledTimes(2);
});

test("nobody is asked for who is signed out", async () => {
  end();
  show(2);
  await pass(200);
  expect(asked).not.toHaveBeenCalled();
});

test("a question that fails is asked again later", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  const { unmount } = show(2);
  await pass(200);
  unmount();
  vi.stubGlobal("fetch", vi.fn(answer));
  show(2);
  await pass(200);
  expect(opinionOf(2).favorite).toBe(true);
});
