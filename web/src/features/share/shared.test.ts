import { expect, test } from "vitest";
import { parseShared, sharedLink, sharedWords } from "./shared";

test("the link is found wherever an app put it, without the sentence around it", () => {
  expect(sharedLink({ url: "https://www.imdb.com/title/tt0013442/" })).toBe("https://www.imdb.com/title/tt0013442/");
  expect(sharedLink({ text: "Look (https://www.themoviedb.org/movie/653), it is old!" })).toBe(
    "https://www.themoviedb.org/movie/653",
  );
  expect(sharedLink({ title: "Nosferatu", text: "no link" })).toBeUndefined();
});

test("what is searched for are the words, not the link", () => {
  expect(sharedWords({ title: "Nosferatu", text: "https://example.org/a" })).toBe("Nosferatu");
  expect(sharedWords({ text: "Nosferatu\n https://example.org/a" })).toBe("Nosferatu");
  expect(sharedWords({ url: "https://example.org/a" })).toBe("");
});

test("empty parts count as missing", () => {
  expect(parseShared({ title: " ", url: "x" })).toEqual({ title: undefined, text: undefined, url: "x" });
});
