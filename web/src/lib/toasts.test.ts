import { beforeEach, expect, test, vi } from "vitest";
import { toast, toasts } from "./toasts";

const texts = () => toasts.get().flatMap(({ open, text }) => (open ? [text] : []));

beforeEach(() => {
  toasts.get().forEach(({ id }) => {
    toasts.close(id);
  });
});

test("the newest three toasts are shown, the oldest first", () => {
  ["one", "two", "three", "four"].forEach((text) => {
    toast({ text });
  });
  expect(texts()).toEqual(["two", "three", "four"]);
});

test("a closed toast leaves its place to the next", () => {
  toast({ text: "gone" });
  toasts.get().forEach(({ id }) => {
    toasts.close(id);
  });
  toast({ text: "there" });
  expect(toasts.get().map(({ text }) => text)).toEqual(["there"]);
});

test("whoever follows hears of every toast, until they stop", () => {
  const changed = vi.fn();
  const stop = toasts.subscribe(changed);
  toast({ text: "heard" });
  stop();
  toast({ text: "unheard" });
  expect(changed).toHaveBeenCalledTimes(1);
});

test("what is over is said to whoever waits for it, once, be the toast closed or crowded out", () => {
  const over = vi.fn();
  toast({ text: "closed", over });
  const id = toasts.get().at(-1)?.id ?? 0;
  toasts.close(id);
  toasts.close(id);
  expect(over).toHaveBeenCalledTimes(1);
  toast({ text: "crowded out", over });
  ["one", "two", "three"].forEach((text) => {
    toast({ text });
  });
  expect(over).toHaveBeenCalledTimes(2);
});

test("what is undone is not over", () => {
  const [undo, over] = [vi.fn(), vi.fn()];
  toast({ text: "gone", undo, over });
  const id = toasts.get().at(-1)?.id ?? 0;
  toasts.undo(id);
  toasts.close(id);
  expect(undo).toHaveBeenCalledTimes(1);
  expect(over).not.toHaveBeenCalled();
});

test("of a series about the same only the last is left, and the others are over", () => {
  const over = vi.fn();
  toast({ text: "other" });
  toast({ text: "first", about: "hearts", over });
  toast({ text: "second", about: "hearts" });
  expect(texts()).toEqual(["other", "second"]);
  expect(over).toHaveBeenCalledOnce();
});
