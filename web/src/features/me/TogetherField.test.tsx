import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Me } from "@/api/types";
import { learn } from "@/i18n/i18n";
import { meQuery } from "./queries";
import { TogetherField } from "./TogetherField";

const me = { id: "of-one", watchesTogether: true } as Me;

function Field() {
  const { data } = useQuery({ ...meQuery(), enabled: false });
  return data && <TogetherField me={data} />;
}

/** The switch of somebody who can be asked; `answer` is the server's to each change. */
function visit(answer: () => Promise<Response>) {
  const fetched = vi.fn<(request: Request) => Promise<Response>>(answer);
  vi.stubGlobal("fetch", fetched);
  const queryClient = new QueryClient();
  queryClient.setQueryData(meQuery().queryKey, me);
  render(
    <QueryClientProvider client={queryClient}>
      <Field />
    </QueryClientProvider>,
  );
  return fetched;
}

const choice = () => screen.getByRole<HTMLInputElement>("switch", { name: /watch together with me$/ });

beforeAll(() => learn("account"));
beforeEach(() => {
  document.cookie = "csrftoken=of-the-test";
  return () => {
    vi.unstubAllGlobals();
  };
});

test("who does not want to be asked says so with a switch, which is kept at once", async () => {
  const fetched = visit(() => Promise.resolve(Response.json({ ...me, watchesTogether: false })));
  expect(choice().checked).toBe(true);
  await userEvent.click(choice());
  expect(choice().checked).toBe(false);
  expect(fetched.mock.calls[0]?.[0].method).toBe("PATCH");
  expect(await fetched.mock.calls[0]?.[0].json()).toEqual({ watchesTogether: false });
});

test("what could not be kept is as before", async () => {
  visit(() => Promise.reject(new TypeError("Failed to fetch")));
  await userEvent.click(choice());
  await waitFor(() => {
    expect(choice().checked).toBe(true);
  });
});
