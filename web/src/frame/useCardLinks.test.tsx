import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CardLink } from "@/components/atoms/CardLink";
import { useCardLinks } from "./useCardLinks";

function Page() {
  useCardLinks();
  return (
    <>
      <CardLink to="/movies/7">
        <span>Nosferatu</span>
      </CardLink>
      <a href="/accounts/out">Out</a>
    </>
  );
}

async function shown() {
  const router = createRouter({
    routeTree: createRootRoute({ component: Page, notFoundComponent: () => null }),
    history: createMemoryHistory({ initialEntries: ["/"] }),
  });
  const navigate = vi.spyOn(router, "navigate").mockResolvedValue();
  const preload = vi.spyOn(router, "preloadRoute").mockResolvedValue(undefined);
  render(<RouterProvider router={router as never} />);
  return { card: await screen.findByText("Nosferatu"), navigate, preload };
}

const stop = (event: Event) => {
  event.preventDefault(); // nothing is to be loaded here
};
beforeEach(() => {
  window.addEventListener("click", stop);
});
afterEach(() => {
  window.removeEventListener("click", stop);
});

test("a click on anything in a card changes the page without loading it", async () => {
  const { card, navigate } = await shown();
  expect(fireEvent.click(card)).toBe(false);
  expect(navigate).toHaveBeenCalledExactlyOnceWith({ href: "/movies/7" });
});

test.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
  "the browser keeps a click with %o",
  async (click) => {
    const { card, navigate } = await shown();
    fireEvent.click(card, click);
    expect(navigate).not.toHaveBeenCalled();
  },
);

test("other links are left to whoever made them", async () => {
  const { navigate } = await shown();
  fireEvent.click(screen.getByText("Out"));
  expect(navigate).not.toHaveBeenCalled();
});

test("a card that is pointed at is fetched before it is clicked, one that is passed by is not", async () => {
  const { card, preload } = await shown();
  fireEvent.pointerOver(card);
  fireEvent.pointerOver(screen.getByText("Out"));
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(preload).not.toHaveBeenCalled();
  fireEvent.pointerOver(card);
  await waitFor(() => {
    expect(preload).toHaveBeenCalledExactlyOnceWith({ to: "/movies/7" });
  });
});
