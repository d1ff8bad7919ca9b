import { render } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { OwnPlace } from "./OwnPlace";

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(312);
});

const place = (known: boolean, row?: string) =>
  render(
    <OwnPlace id="up-next" known={known}>
      {row && <section>{row}</section>}
    </OwnPlace>,
  ).container.firstElementChild as HTMLElement | null;

test("a row that was never there takes no place", () => {
  expect(place(false)).toBeNull();
});

test("what is known has the height that it needs", () => {
  const known = place(true, "Nosferatu");
  expect(known?.textContent).toBe("Nosferatu");
  expect(known?.style.height).toBe("");
});

test("the next time its place is kept until it comes", () => {
  place(true, "Nosferatu");
  expect(place(false)?.style.height).toBe("312px");
});

test("a row that was empty the last time takes no place", () => {
  place(true, "Nosferatu");
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(0);
  place(true);
  expect(place(false)).toBeNull();
});
