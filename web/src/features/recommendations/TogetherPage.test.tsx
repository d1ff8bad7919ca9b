import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { learn } from "@/i18n/i18n";
import { createQueryClient } from "@/lib/queryClient";
import type { TogetherSearch } from "./search";
import { TogetherPage } from "./TogetherPage";

/** The page at an address; `answer` is the server's to whatever it asks. */
function visit(search: TogetherSearch, answer: () => Response) {
  const change = vi.fn();
  vi.stubGlobal(
    "fetch",
    vi.fn().mockImplementation(() => Promise.resolve(answer())),
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TogetherPage search={search} change={change} />
    </QueryClientProvider>,
  );
  return change;
}

const nobody = () => Response.json({ status: 404, detail: "There is nobody called bob" }, { status: 404 });
const tooOften = () => Response.json({ status: 429 }, { status: 429, headers: { "Retry-After": "3590" } });
const field = () => screen.getByLabelText("Who is with you?");

async function add(name: string) {
  await userEvent.type(field(), name);
  await userEvent.click(screen.getByRole("button", { name: "Add" }));
}

beforeAll(async () => {
  await Promise.all([learn("account"), learn("recommendations")]);
});
beforeEach(() => () => {
  vi.unstubAllGlobals();
});

test("who is unknown and who does not want to be asked are one answer, at the field", async () => {
  const change = visit({}, nobody);
  await add("bob");
  expect(await screen.findByText("bob is unknown here, or does not want to be asked.")).toBeTruthy();
  expect(field().getAttribute("aria-invalid")).toBe("true");
  expect(change).not.toHaveBeenCalled();
});

test("who has tried too many names is told at the field how long to wait, and can go on typing", async () => {
  const change = visit({}, tooOften);
  await add("bob");
  expect(await screen.findByText("That was too often. You can ask again in 1 hr.")).toBeTruthy();
  expect(change).not.toHaveBeenCalled();
  await userEvent.type(field(), "by");
  expect(field()).toHaveProperty("value", "bobby");
});

test("an address with somebody who cannot be asked says so in place of titles", async () => {
  visit({ with: "bob" }, nobody);
  expect(await screen.findByRole("heading", { name: "Somebody cannot be asked" })).toBeTruthy();
  expect(screen.getByText(/^With bob it does not work: somebody is unknown here/)).toBeTruthy();
});

test("an address that is asked for too often says when to go on, and names can still be changed", async () => {
  const change = visit({ with: "bob" }, tooOften);
  expect(await screen.findByRole("heading", { name: "Wait a little" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Without bob" }));
  expect(change).toHaveBeenCalledWith({ with: undefined });
  expect(field()).toBeTruthy();
});
