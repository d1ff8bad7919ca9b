import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { calendarQuery } from "@/features/calendar/queries";
import { activityQuery } from "@/features/activity/queries";
import { standingQuery } from "@/features/history/queries";
import { importsQuery } from "@/features/imports/queries";
import { OPINIONS, opinionQuery } from "@/features/opinions/queries";
import { allReviews, ownReviewQuery } from "@/features/reviews/queries";
import { statsQuery } from "@/features/stats/queries";
import { traktQuery } from "@/features/trakt/queries";
import { listsForQuery, membersQuery, MY_LISTS, watchlistQuery } from "@/features/watchlists/queries";
import { gathering } from "./gathering";
import { DERIVED, PARTS } from "./parts";

const page = { hidden: false, addEventListener: vi.fn(), removeEventListener: vi.fn() };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  page.hidden = false;
});

function gathered(busy = () => false) {
  const told: string[][] = [];
  const here = gathering(500, (names) => told.push([...names]), busy);
  return { ...here, told };
}

test("what is said often within the pause is handed on once", () => {
  const { add, told } = gathered();
  add(["history"]);
  add(["history", "lists"]);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(told).toEqual([["history", "lists"]]);
  vi.advanceTimersByTime(5_000);
  expect(told).toHaveLength(1);
});

test("nothing is asked for while nobody looks; it is kept until then", () => {
  const { add, told } = gathered();
  page.hidden = true;
  add(["history"]);
  vi.advanceTimersByTime(5_000);
  expect(told).toEqual([]);
  page.hidden = false;
  for (const [, looked] of page.addEventListener.mock.calls) (looked as () => void)();
  vi.advanceTimersByTime(500);
  expect(told).toEqual([["history"]]);
});

test("while something is being changed here, nothing is asked for", () => {
  let busy = true;
  const { add, told } = gathered(() => busy);
  add(["history"]);
  vi.advanceTimersByTime(2_000);
  expect(told).toEqual([]);
  busy = false;
  vi.advanceTimersByTime(500);
  expect(told).toEqual([["history"]]);
});

test("every part of the library is the first word of an answer that there is", () => {
  const locale = { language: "en", region: "US" } as const;
  const title = { kind: "tv", id: 1, title: "" } as const;
  const known = [
    OPINIONS,
    opinionQuery(title).queryKey,
    standingQuery("tv", 1, locale).queryKey,
    calendarQuery("", "", locale).queryKey,
    MY_LISTS.queryKey,
    watchlistQuery(1, locale).queryKey,
    membersQuery(1).queryKey,
    listsForQuery(title).queryKey,
    allReviews(title).queryKey,
    ownReviewQuery(title).queryKey,
    importsQuery().queryKey,
    traktQuery().queryKey,
    activityQuery(locale).queryKey,
    statsQuery(undefined, locale).queryKey,
    ["opinions-here"],
  ].map(([word]) => word);
  expect(new Set([...Object.values(PARTS), ...Object.values(DERIVED)].flat())).toEqual(new Set(known));
});
