import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Done, TitleCard } from "@/api/types";
import { learn } from "@/i18n/i18n";
import { createQueryClient } from "@/lib/queryClient";
import { toasts } from "@/lib/toasts";
import { ActivityPage } from "./ActivityPage";

const film = { id: 1, kind: "movie", title: "Nosferatu", poster: null } as unknown as TitleCard;

function done(id: number, what: string, more: Partial<Done> = {}): Done {
  const at = new Date(2026, 10, 21, 12, id).toISOString();
  return {
    id,
    what,
    title: film,
    list: null,
    importId: null,
    details: {},
    at,
    undoable: true,
    undoneAt: null,
    ...more,
  };
}

/** The page of somebody who did these; `undo` is the server's answer to taking one back. */
function visit(items: Done[], undo: (id: number) => Promise<Response> = () => Promise.resolve(new Response())) {
  const answer = ({ method, url }: Request) => {
    if (method === "GET") return Promise.resolve(Response.json({ items, before: null }));
    return undo(Number(/(\d+)\/undo$/.exec(url)?.[1]));
  };
  vi.stubGlobal("fetch", vi.fn(answer));
  const routeTree = createRootRoute({ component: ActivityPage });
  const router = createRouter({ routeTree, history: createMemoryHistory() });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
}

const row = async (text: RegExp) => {
  const found = (await screen.findByText(text)).closest("li");
  if (!found) throw new Error("It stands in no row");
  return within(found);
};
const conflict = (detail: string) => Promise.resolve(Response.json({ status: 409, detail }, { status: 409 }));

beforeAll(() => learn("stats"));
beforeEach(() => {
  document.cookie = "csrftoken=of-the-test";
  return () => {
    vi.unstubAllGlobals();
  };
});

test("what was undone says so, and cannot be undone again", async () => {
  visit([done(1, "FavoriteAdded", { undoable: false, undoneAt: "2026-11-21T12:05:00Z" })]);
  const loved = await row(/^Added/);
  expect(loved.getByText("Undone")).toBeTruthy();
  expect(loved.queryByRole("button")).toBeNull();
});

test("whether something can be undone is the server's to say, whatever it is", async () => {
  const list = { id: 5, name: "Silent", gone: false };
  const kinds = ["WatchlistPublished", "WatchlistWithdrawn", "WatchlistReordered", "WatchlistShared", "WatchlistRestored", "ReviewRestored", "TitleNoted", "LampLit"]; // prettier-ignore
  visit(kinds.map((what, index) => done(kinds.length - index, what, { list, undoable: what !== "LampLit" })));
  await row(/notes on/);
  expect(screen.getAllByRole("button", { name: /^Undo/ })).toHaveLength(kinds.length - 1);
});

test("notes are told by the title, and by the list in which they stand", async () => {
  const list = { id: 5, name: "Silent", gone: false };
  visit([done(2, "TitleNoted"), done(1, "WatchlistItemNoted", { list })]);
  await row(/^Changed your notes on .Nosferatu.$/);
  await row(/^Changed the note on .Nosferatu. in the list .Silent.$/);
});

test("what somebody undoes is undone before the server has answered", async () => {
  const user = userEvent.setup();
  visit([done(1, "FavoriteAdded")], () => new Promise(() => undefined));
  const loved = await row(/^Added/);
  await user.click(loved.getByRole("button", { name: /^Undo/ }));
  expect(loved.getByText("Undone")).toBeTruthy();
  expect(loved.queryByRole("button")).toBeNull();
});

test("what the server refuses to undo is as before, and a toast has its sentence", async () => {
  const user = userEvent.setup();
  visit([done(1, "TitleRated", { details: { before: null, rating: 12 } })], () =>
    conflict("It has been changed since"),
  );
  const rated = await row(/^Rated/);
  await user.click(rated.getByRole("button", { name: /^Undo/ }));
  await waitFor(() => {
    expect(toasts.get().map(({ text }) => text)).toContain("It has been changed since");
  });
  expect(await rated.findByRole("button", { name: /^Undo/ })).toBeTruthy();
  expect(rated.queryByText("Undone")).toBeNull();
});

test("an episode that was changed since does not hold up the others of its row", async () => {
  const user = userEvent.setup();
  const asked: number[] = [];
  const watched = [3, 2, 1].map((id) => done(id, "EpisodeWatched", { details: { season: 1, episode: id } }));
  visit(watched, (id) => {
    asked.push(id);
    return id === 2 ? conflict("It has been changed since") : Promise.resolve(new Response());
  });
  const episodes = await row(/^Watched 3 episodes/);
  await user.click(episodes.getByRole("button", { name: /^Undo/ }));
  await row(/episode 2$/);
  expect(asked).toEqual([3, 2, 1]);
  expect(screen.getAllByText("Undone")).toHaveLength(2);
});

test("an import is one entry that leads to it, until it is undone or forgotten", async () => {
  const details = { import_id: 7, rows: 10_000, file_name: "diary.csv" };
  const more = { title: null, undoable: false, details };
  visit([
    done(3, "ImportApplied", { ...more, importId: 7 }),
    done(2, "ImportApplied", { ...more, importId: 8, undoneAt: "2026-11-21T12:05:00Z" }),
    done(1, "ImportApplied", more),
  ]);
  await waitFor(() => {
    expect(screen.getAllByText(/^Imported 10,000 rows from .diary.csv.$/)).toHaveLength(3);
  });
  expect(screen.getAllByRole("link", { name: /^To the import/ }).map((link) => link.getAttribute("href"))).toEqual(["/imports?id=7"]); // prettier-ignore
  expect(screen.getAllByText("Undone")).toHaveLength(1);
});
