import { useCallback, useSyncExternalStore } from "react";
import { api, body } from "@/api/client";
import { Problem } from "@/api/problem";
import { FRESH } from "@/lib/queryClient";
import { serverReached } from "@/lib/reach";
import { follow, followed, isFollowed, NONE, opinionOf, tell, toldAt, type Opinion } from "./store";

const PAUSE = 80; // milliseconds in which the titles of a page, or of some rows, are gathered
const MOST = 200; // in one question, as the server has it

const NO_MARK = { ...NONE, status: null, rewatched: false };

const wanted = new Set<number>();
let asking = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Has the marks of titles on the screen asked for from now on, many with one question; the end of that is returned. */
export function keepAsking(): () => void {
  asking = true;
  const again = () => {
    if (!document.hidden && serverReached.get()) for (const id of followed()) want(id);
  };
  again();
  document.addEventListener("visibilitychange", again);
  const end = serverReached.subscribe(again);
  return () => {
    asking = false;
    wanted.clear();
    document.removeEventListener("visibilitychange", again);
    end();
  };
}

/** Has all that is on the screen asked for, however lately that was: something has changed elsewhere. */
export function askAgain(): void {
  for (const id of followed()) want(id, { anew: true });
}

/**
 * What is thought of a title, and where one stands with it. Whoever is on the screen for a moment is asked for, and again
 * when that is a minute ago.
 */
export function useOpinion(id: number): Opinion {
  const followIt = useCallback(
    (changed: () => void) => {
      const end = follow(id, changed);
      want(id);
      return end;
    },
    [id],
  );
  return useSyncExternalStore(followIt, () => opinionOf(id));
}

function want(id: number, { anew = false } = {}): void {
  const at = toldAt(id);
  if (!asking || (!anew && at && performance.now() - at < FRESH.own)) return;
  wanted.add(id);
  timer ??= setTimeout(() => void askForWanted(), PAUSE);
}

async function askForWanted(): Promise<void> {
  timer = undefined;
  const ids = [...wanted].filter(isFollowed); // what was scrolled past in a hurry is left out
  wanted.clear();
  for (let start = 0; start < ids.length; start += MOST) await ask(ids.slice(start, start + MOST));
}

async function ask(ids: number[]): Promise<void> {
  const askedAt = performance.now();
  try {
    const { items } = await body(api.GET("/api/v1/me/marks", { params: { query: { titles: ids.join(",") } } }));
    const found = new Map(items.map(({ id, favorite, rating, dismissed, status, rewatched }) => [id, { favorite, rating, dismissed, status, rewatched }])); // prettier-ignore
    for (const id of ids) tell(id, found.get(id) ?? NO_MARK, askedAt);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem; // cards show what is known until they are asked for again
  }
}
