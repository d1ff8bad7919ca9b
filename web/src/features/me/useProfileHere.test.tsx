import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Me } from "@/api/types";
import { chooseTheme, themeChoice } from "@/features/theme/theme";
import { meQuery } from "./queries";
import { useProfileHere } from "./useProfileHere";

const me = { id: "of-one", theme: "system", language: "", region: "" } as Me;

/** What a browser does that shows the person, who was asked for `ago` ms before; `answer` is the server's to each change. */
function visit(answer: () => Promise<Response>, ago = 0, person = me) {
  const fetched = vi.fn<(request: Request) => Promise<Response>>(answer);
  vi.stubGlobal("fetch", fetched);
  const queryClient = new QueryClient();
  queryClient.setQueryData(meQuery().queryKey, person, { updatedAt: Date.now() - ago });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  return { ...renderHook(useProfileHere, { initialProps: person, wrapper }), fetched, queryClient };
}

const kept = () => Promise.resolve(Response.json({ ...me, theme: "light" }));
const noWay = () => Promise.reject(new TypeError("Failed to fetch"));
const refused = () => Promise.resolve(Response.json({ status: 422 }, { status: 422 }));

beforeEach(() => {
  document.cookie = "csrftoken=of-the-test";
  localStorage.clear();
  return () => {
    vi.unstubAllGlobals();
  };
});

test("what the person has everywhere is shown here", () => {
  chooseTheme("dark");
  visit(kept);
  expect(themeChoice.get()).toBe("system");
});

test("a choice is kept with the person", async () => {
  const { fetched } = visit(kept);
  act(() => {
    chooseTheme("light");
  });
  await waitFor(() => {
    expect(fetched).toHaveBeenCalledOnce();
  });
  const request = fetched.mock.calls[0]?.[0];
  expect(request?.method).toBe("PATCH");
  expect(await request?.json()).toEqual({ theme: "light", language: "", region: "" });
});

test("a choice made while the page was still coming up is kept with the person", async () => {
  chooseTheme("light"); // by who sees the page, of which the part that keeps choices is still on its way
  const { fetched } = visit(kept, 5000);
  await waitFor(() => {
    expect(fetched).toHaveBeenCalledOnce();
  });
  expect(await fetched.mock.calls[0]?.[0].json()).toMatchObject({ theme: "light" });
  expect(themeChoice.get()).toBe("light");
});

test("a choice that did not reach the server is sent at the next visit, not taken back", async () => {
  const first = visit(noWay);
  act(() => {
    chooseTheme("light");
  });
  await waitFor(() => {
    expect(first.fetched).toHaveBeenCalledOnce();
  });
  first.unmount();

  const next = visit(kept);
  await waitFor(() => {
    expect(next.fetched).toHaveBeenCalledOnce();
  });
  expect(themeChoice.get()).toBe("light");
});

test("another person's choice is not taken for one's own", async () => {
  const first = visit(noWay);
  act(() => {
    chooseTheme("light");
  });
  await waitFor(() => {
    expect(first.fetched).toHaveBeenCalledOnce();
  });
  const another = { ...me, id: "of-another" };
  first.queryClient.setQueryData(meQuery().queryKey, another);
  first.rerender(another);
  expect(themeChoice.get()).toBe("system");
});

test("a choice that the server refuses is not sent again", async () => {
  const first = visit(refused);
  act(() => {
    chooseTheme("light");
  });
  await waitFor(() => {
    expect(localStorage.getItem("matinee.unkept")).toBe("");
  });
  first.unmount();
  expect(visit(kept).fetched).not.toHaveBeenCalled();
  expect(themeChoice.get()).toBe("system");
});

test("what the server has is not taken for a choice made here while its language is fetched", () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 }); // nothing was chosen for a minute
  localStorage.setItem("matinee.language", "en");
  const german = { ...me, theme: "dark", language: "de" } as Me;
  visit(kept, 5000, german).unmount();
  visit(kept, 5000, german);
  expect(localStorage.getItem("matinee.unkept")).toBeNull(); // nothing is on its way to the server
  expect(themeChoice.get()).toBe("dark");
  vi.useRealTimers();
});
