import { expect, test } from "vitest";
import { Problem } from "@/api/problem";
import type { Connection } from "@/api/types";
import { troubleOf } from "./trouble";

const words = "The archive could not be reached: no route";
const away: Connection = {
  name: "archive",
  title: "The archive",
  state: "down",
  message: words,
  breaker: "open",
  since: null,
};
const inShort = (state: string) => `It is ${state}.`;

test("what the ticket says at length is said in short beneath the button", () => {
  const thrown = new Problem({ status: 503, detail: words });
  expect(troubleOf(thrown, away, inShort)).toMatchObject({ status: 503, message: "It is down." });
});

test("what the ticket does not say is said whole", () => {
  const thrown = new Problem({ status: 503, detail: "The archive is not asked for another 30 seconds" });
  expect(troubleOf(thrown, away, inShort)).toBe(thrown);
  expect(troubleOf(thrown, undefined, inShort)).toBe(thrown);
});

test("a server that does not answer is not the service that is away", () => {
  const thrown = new Problem({ status: 0 });
  expect(troubleOf(thrown, { ...away, message: "" }, inShort)).toBe(thrown);
});
