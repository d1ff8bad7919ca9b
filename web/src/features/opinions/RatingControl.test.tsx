import { fireEvent, render, screen } from "@testing-library/react";
import { beforeAll, beforeEach, afterEach, expect, test, vi } from "vitest";
import { learn } from "@/i18n/i18n";
import { RatingControl } from "./RatingControl";

const rate = vi.fn<(rating: number | null) => void>();

beforeAll(async () => {
  await learn("library");
});
beforeEach(() => {
  vi.useFakeTimers();
  rate.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

function shown(value: number | null): HTMLInputElement {
  render(<RatingControl value={value} rate={rate} label="Your rating" />);
  return screen.getByRole("slider", { name: "Your rating" });
}

test("a screen reader hears the rating, or that there is none", () => {
  expect(shown(null).getAttribute("aria-valuetext")).toBe("Not rated");
  render(<RatingControl value={8.5} rate={rate} label="Mine" />);
  expect(screen.getByRole("slider", { name: "Mine" }).getAttribute("aria-valuetext")).toBe("8.5 of 10");
});

test("a rating is given once, when the keys rest", () => {
  const slider = shown(null);
  for (const value of [0.5, 1, 1.5]) fireEvent.change(slider, { target: { value } });
  expect(slider.getAttribute("aria-valuetext")).toBe("1.5 of 10");
  expect(rate).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(rate.mock.calls).toEqual([[1.5]]);
});

test("it is given at once when the focus goes on", () => {
  const slider = shown(4);
  fireEvent.change(slider, { target: { value: 6 } });
  fireEvent.blur(slider);
  expect(rate.mock.calls).toEqual([[6]]);
});

test("it is given at once when the page is left", () => {
  const slider = shown(4);
  fireEvent.change(slider, { target: { value: 6 } });
  fireEvent(window, new Event("pagehide"));
  expect(rate.mock.calls).toEqual([[6]]);
});

test("Home rates 0 where there was no rating, Delete takes it away", () => {
  const slider = shown(null);
  fireEvent.keyDown(slider, { key: "Home" });
  vi.advanceTimersByTime(1_000);
  expect(rate.mock.calls).toEqual([[0]]);
  fireEvent.keyDown(slider, { key: "Delete" });
  expect(rate).toHaveBeenCalledTimes(1); // there is none as long as nobody says so
});

test("a button takes the rating away", () => {
  shown(7);
  fireEvent.click(screen.getByRole("button", { name: "Take the rating away" }));
  expect(rate.mock.calls).toEqual([[null]]);
});
