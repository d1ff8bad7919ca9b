import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { render, screen } from "@testing-library/react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { learn } from "@/i18n/i18n";
import { createQueryClient } from "@/lib/queryClient";
import { ImportView } from "./ImportView";
import type { Import } from "./queries";

const NONE: Import["counts"] = { matched: 0, ambiguous: 0, awaited: 0, missing: 0, bad: 0, there: 0, skipped: 0, applied: 0, undone: 0, kept: 0 }; // prettier-ignore

/** The page of an import that is done. */
function visit(counts: Partial<Import["counts"]>) {
  const run: Import = {
    id: 1,
    format: "CSV",
    fileName: "ratings.csv",
    state: "done",
    read: 3,
    counts: { ...NONE, ...counts },
    error: null,
    canApply: (counts.matched ?? 0) > 0,
    canUndo: (counts.applied ?? 0) > 0,
    createdAt: "2026-11-21T10:00:00Z",
    finishedAt: "2026-11-21T10:01:00Z",
  };
  vi.stubGlobal("fetch", vi.fn().mockImplementation(() => Promise.resolve(Response.json({ items: [], page: 1, pages: 1, total: 0 })))); // prettier-ignore
  const routeTree = createRootRoute({ component: () => <ImportView run={run} /> });
  const router = createRouter({ routeTree, history: createMemoryHistory() });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
}

const undo = () => screen.queryByRole("button", { name: "Undo this import" });

beforeAll(() => learn("imports"));
beforeEach(() => () => {
  vi.unstubAllGlobals();
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
