import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, test } from "vitest";
import { noConnection } from "@/api/problem";
import { toasts } from "./toasts";
import { useOptimistic } from "./useOptimistic";

const KEY = ["rows"];
const add = (row: string) => (rows: string[]) => [...rows, row];
const without = (row: string) => (rows: string[]) => rows.filter((one) => one !== row);

/** What the server has, a page that shows it, and deeds on it. */
function house() {
  const queryClient = new QueryClient();
  const server = { rows: ["a"] };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(
    () => ({
      rows: useQuery({ queryKey: KEY, queryFn: () => Promise.resolve(server.rows) }).data,
      act: useOptimistic<string[]>(KEY),
    }),
    { wrapper },
  );
  const keep = (change: (rows: string[]) => string[]) => () => {
    server.rows = change(server.rows);
    return Promise.resolve();
  };
  const showing = async (rows: string[]) => {
    await waitFor(() => {
      expect(result.current.rows).toEqual(rows);
    });
  };
  return { server, result, keep, showing };
}

const said = () => toasts.get().filter(({ open }) => open);

beforeEach(() => {
  toasts.get().forEach(({ id }) => {
    toasts.close(id);
  });
});

test("a deed shows before the server has done it", async () => {
  const { result, keep, showing, server } = house();
  await showing(["a"]);
  let answer: (() => void) | undefined;
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  result.current.act({ change: add("b"), call: () => asked.then(keep(add("b"))) });
  await showing(["a", "b"]);
  expect(server.rows).toEqual(["a"]);
  answer?.();
  await waitFor(() => {
    expect(server.rows).toEqual(["a", "b"]);
  });
});

test("a deed that fails is taken back, and a toast says why", async () => {
  const { result, showing } = house();
  await showing(["a"]);
  result.current.act({ change: add("b"), call: () => Promise.reject(noConnection(null)), said: "Added" });
  await waitFor(() => {
    expect(said().map(({ look }) => look)).toEqual(["bad"]);
  });
  await showing(["a"]);
});

test("a deed that went well can be undone from its toast", async () => {
  const { result, keep, showing, server } = house();
  await showing(["a"]);
  result.current.act({
    change: add("b"),
    call: keep(add("b")),
    said: "Added",
    undo: { change: without("b"), call: keep(without("b")) },
  });
  await waitFor(() => {
    expect(said().map(({ text }) => text)).toEqual(["Added"]);
  });
  said()[0]?.undo?.();
  await showing(["a"]);
  await waitFor(() => {
    expect(server.rows).toEqual(["a"]);
  });
});

test("deeds reach the server in their order", async () => {
  const { result, keep, showing, server } = house();
  await showing(["a"]);
  const slow = new Promise<void>((resolve) => {
    queueMicrotask(resolve);
  });
  result.current.act({ change: add("b"), call: () => slow.then(keep(add("b"))) });
  result.current.act({ change: add("c"), call: keep(add("c")) });
  await waitFor(() => {
    expect(server.rows).toEqual(["a", "b", "c"]);
  });
  await showing(["a", "b", "c"]);
});
