import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { importsQuery } from "@/features/imports/queries";
import { forMeQuery } from "@/features/recommendations/queries";
import { CONNECTED, sayLive } from "@/lib/live";
import { useLiveLibrary } from "./useLiveLibrary";

const PATIENCE = { timeout: 3_000 }; // milliseconds: more than the pause in which words are gathered

test("what changed after a page was asked for and before anybody listened is shown", async () => {
  const queryClient = new QueryClient();
  const server = { imports: ["one"] };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(
    () => {
      useLiveLibrary();
      return useQuery({
        queryKey: importsQuery().queryKey,
        queryFn: () => Promise.resolve(server.imports as never),
        staleTime: Infinity,
      }).data;
    },
    { wrapper },
  );
  await waitFor(() => {
    expect(result.current).toEqual(["one"]);
  });
  server.imports = ["one", "two"];

  sayLive(CONNECTED);

  await waitFor(() => {
    expect(result.current).toEqual(["one", "two"]);
  }, PATIENCE);
});

test("recommendations on the screen keep their place, and are asked for anew at the next visit", async () => {
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  const query = forMeQuery(undefined, { language: "en", region: "GB" });
  const asked = { recommendations: 0, opinions: 0 };
  const { result } = renderHook(
    () => {
      useLiveLibrary();
      useQuery({ ...query, queryFn: () => Promise.resolve([++asked.recommendations] as never) });
      return useQuery({ queryKey: ["opinions", "loved"], queryFn: () => Promise.resolve(++asked.opinions) }).data;
    },
    { wrapper },
  );
  await waitFor(() => {
    expect(result.current).toBe(1);
  });

  sayLive("library.opinions");

  await waitFor(() => {
    expect(result.current).toBe(2);
  }, PATIENCE);
  expect(asked.recommendations).toBe(1);
  expect(queryClient.getQueryState(query.queryKey)?.isInvalidated).toBe(true);
});
