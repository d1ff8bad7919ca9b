import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { learn } from "@/i18n/i18n";
import { meQuery } from "@/features/me/queries";
import { createQueryClient } from "@/lib/queryClient";
import type { Me, Role } from "@/api/types";
import { ImportView } from "./ImportView";
import type { Import, ImportRow } from "./queries";

const NONE: Import["counts"] = { matched: 0, ambiguous: 0, awaited: 0, missing: 0, bad: 0, there: 0, skipped: 0, applied: 0, undone: 0, kept: 0 }; // prettier-ignore

/** The page of an import that is done. */
function visit(
  counts: Partial<Import["counts"]>,
  more: Partial<Import> = {},
  items: ImportRow[] = [],
  role: Role = "member",
) {
  const run: Import = {
    id: 1,
    format: "CSV",
    fileName: "ratings.csv",
    state: "done",
    read: 3,
    counts: { ...NONE, ...counts },
    inPart: 0,
    publicLists: 0,
    lacksTmdb: false,
    error: null,
    canApply: (counts.matched ?? 0) > 0,
    canUndo: (counts.applied ?? 0) > 0,
    createdAt: "2026-11-21T10:00:00Z",
    finishedAt: "2026-11-21T10:01:00Z",
    ...more,
  };
  vi.stubGlobal("fetch", vi.fn().mockImplementation(() => Promise.resolve(Response.json({ items, page: 1, pages: 1, total: items.length })))); // prettier-ignore
  const queryClient = createQueryClient();
  queryClient.setQueryData(meQuery().queryKey, { role } as Me);
  const routeTree = createRootRoute({ component: () => <ImportView run={run} /> });
  const router = createRouter({ routeTree, history: createMemoryHistory() });
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
}

/** A viewing of a film, with more that is said of it. */
function rowOf(more: Partial<ImportRow>, said: Partial<ImportRow["said"]> = {}): ImportRow {
  const nothing = { year: null, season: null, episode: null, isList: false, isPublic: false, rating: null, loved: false, status: null, progress: false, list: null, reviewed: false, noted: false, dismissed: false } as const; // prettier-ignore
  return {
    id: 1,
    file: "diary.csv",
    line: 2,
    outcome: "matched",
    sentence: null,
    said: { ...nothing, name: "Metropolis", kind: "movie", watched: true, watchedOn: "2021-01-01", ...said },
    left: [],
    title: null,
    choices: [],
    ...more,
  };
}

const undo = () => screen.queryByRole("button", { name: "Undo this import" });

beforeAll(() => Promise.all([learn("imports"), learn("account")]));
beforeEach(() => {
  document.cookie = "csrftoken=of-the-test";
  return () => {
    vi.unstubAllGlobals();
  };
});

test("an import that has changed something says so, and can be undone", async () => {
  visit({ applied: 2, there: 1 });
  expect(await screen.findByText(/^What was matched is in your library now\./)).toBeTruthy();
  expect(undo()).not.toBeNull();
});

test("an import of which everything was there or left out says that it has changed nothing", async () => {
  visit({ there: 2, skipped: 1 });
  expect(await screen.findByText(/^This import has changed nothing/)).toBeTruthy();
  expect(undo()).toBeNull();
  expect(screen.queryByRole("button", { name: "Apply what was matched" })).toBeNull();
});

test("a row that is taken in again waits to be applied", async () => {
  visit({ there: 2, matched: 1 });
  expect(await screen.findByText(/^Nothing has changed yet/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Apply what was matched" })).toBeTruthy();
});

test("a row says which part of it is not taken, and why", async () => {
  const left: ImportRow["left"] = [
    { fact: "loved", why: "there", sentence: null },
    { fact: "rating", why: "wrong", sentence: "The rating is out of range." },
  ];
  visit({ matched: 2 }, { state: "ready", inPart: 1 }, [rowOf({ left }, { loved: true }), rowOf({ id: 2 })]);
  expect(await screen.findByText(/1 of the matched rows is taken in part only/)).toBeTruthy();
  expect(await screen.findAllByText("watched on January 1, 2021")).toHaveLength(2);
  expect(screen.getByText("Not taken, since you have said it here already: favourite")).toBeTruthy();
  expect(screen.getByText("Not taken: The rating is out of range.")).toBeTruthy();
  expect(screen.getAllByText("In part")).toHaveLength(1);
});

test("where TMDB is not connected, an administrator is led there and a member is told whom to ask", async () => {
  visit({ missing: 1 }, { lacksTmdb: true }, [], "administrator");
  expect((await screen.findByRole("link", { name: "To the connections" })).getAttribute("href")).toBe("/connections");
  cleanup();
  visit({ missing: 1 }, { lacksTmdb: true });
  expect(await screen.findByText(/Ask whoever runs it to connect it/)).toBeTruthy();
  expect(screen.queryByRole("link", { name: "To the connections" })).toBeNull();
  cleanup();
  visit({ missing: 1 });
  expect(await screen.findByRole("button", { name: /Not found/ })).toBeTruthy();
  expect(screen.queryByText(/not connected to TMDB/)).toBeNull();
});

test("that a list will be public is said before it is applied, above and at its row", async () => {
  const heading = { name: "Silent", kind: null, isList: true, isPublic: true, watched: false, watchedOn: null };
  visit({ matched: 1 }, { state: "ready", publicLists: 1 }, [rowOf({}, heading)]);
  expect(await screen.findByText(/^1 list will be public/)).toBeTruthy();
  expect(await screen.findByText("public: whoever has its link can read it")).toBeTruthy();
});

test("undoing is asked about first, with how many rows go", async () => {
  const user = userEvent.setup();
  visit({ applied: 12, there: 1 });
  await user.click(await screen.findByRole("button", { name: "Undo this import" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/^What 12 rows have made goes out of your library again/)).toBeTruthy();
  const asked = () => vi.mocked(fetch).mock.calls.map(([request]) => (request as Request).url);
  expect(asked().some((url) => url.endsWith("/undo"))).toBe(false);
  await user.click(dialog.getByRole("button", { name: "Take 12 rows back" }));
  expect(asked().some((url) => url.endsWith("/imports/1/undo"))).toBe(true);
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("titles to choose from are told apart by year, by whom they are and how long they are", async () => {
  const user = userEvent.setup();
  const choice = (id: number, more: Partial<ImportRow["choices"][number]>) =>
    ({ id, title: "Nosferatu", year: 1922, poster: null, makers: [], runtime: null, ...more }) as ImportRow["choices"][number]; // prettier-ignore
  const choices = [choice(1, { makers: ["F. W. Murnau"], runtime: 94 }), choice(2, { year: 1979 })];
  visit({ ambiguous: 1 }, { state: "ready" }, [rowOf({ outcome: "ambiguous", choices })]);
  await user.click(await screen.findByRole("button", { name: "Choose a title: Metropolis" }));
  const rows = within(await screen.findByRole("dialog")).getAllByRole("listitem");
  expect(rows.map((row) => row.querySelectorAll("p")[1]?.textContent)).toEqual([
    "1922 · F. W. Murnau · 1 hr 34 min",
    "1979",
  ]);
});
