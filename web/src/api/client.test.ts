import { afterEach, expect, test, vi } from "vitest";
import { serverReached } from "@/lib/reach";
import { api, body, done } from "./client";
import { Problem } from "./problem";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The server's next answer. */
function answers(text: string | null, init: ResponseInit = {}) {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(text, init)));
}

const about = () => api.GET("/api/v1/about", { baseUrl: "http://matinee.test" }); // only a browser knows what "/" is
const ask = () => body(about());

async function failure(): Promise<Problem> {
  const thrown: unknown = await ask().catch((thrown: unknown) => thrown);
  if (thrown instanceof Problem) return thrown;
  throw new Error("it went well, or failed as something else", { cause: thrown });
}

test.each([
  ["a proxy's own page", "<!doctype html><title>Sign in to the network</title>", "text/html"],
  ["half an answer", '{"version": "1.', "application/json"],
])("%s is a failure that names its request, and is not asked for again by itself", async (_name, text, type) => {
  for (const length of [undefined, String(text.length)]) {
    const headers = new Headers({ "content-type": type, "x-request-id": "abc-123" });
    if (length) headers.set("content-length", length);
    answers(text, { headers });
    const problem = await failure();
    expect(problem.correlationId).toBe("abc-123");
    expect(problem.passing).toBe(false);
    expect(serverReached.get()).toBe(true);
  }
});

test("a page without an id is a failure too", async () => {
  answers("<!doctype html>");
  expect((await failure()).correlationId).toBe("");
});

test("a good answer is read, with and without a length", async () => {
  for (const init of [{}, { headers: { "content-length": "17" } }]) {
    answers('{"version":"1.0"}', init);
    expect(await ask()).toEqual({ version: "1.0" });
  }
});

test("a deed that is answered without a body went well", async () => {
  for (const init of [{ status: 204 }, { headers: { "content-length": "0" } }, {}]) {
    answers(init.status ? null : "", init);
    await expect(done(about())).resolves.toBeUndefined();
  }
});
