import { beforeEach, expect, test } from "vitest";
import { recentChoices, rememberChoice } from "./recent";

beforeEach(() => {
  localStorage.clear();
});

test("the newest choice comes first, and once", () => {
  ["a", "b", "a"].forEach((id) => {
    rememberChoice("alice", { id });
  });
  expect(recentChoices("alice").map(({ id }) => id)).toEqual(["a", "b"]);
});

test("five choices are kept", () => {
  ["a", "b", "c", "d", "e", "f"].forEach((id) => {
    rememberChoice("alice", { id });
  });
  expect(recentChoices("alice").map(({ id }) => id)).toEqual(["f", "e", "d", "c", "b"]);
});

test("bob does not see what alice chose in the same browser", () => {
  rememberChoice("alice", { id: "a" });
  expect(recentChoices("bob")).toEqual([]);
});

test("what somebody else wrote there is left out", () => {
  localStorage.setItem("matinee.recent.alice", "{oops");
  expect(recentChoices("alice")).toEqual([]);
  localStorage.setItem("matinee.recent.alice", '[{"id":"a"},7,{"id":"b","hit":{"id":"x"}}]');
  expect(recentChoices("alice")).toEqual([{ id: "a" }]);
});
