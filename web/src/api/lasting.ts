import type { Middleware } from "openapi-fetch";

const MOST = 4_000; // letters: what outlives its page may hold 64 KiB, all of it together

/** What somebody has done reaches the server even when they leave the page at once; but for what is long, or a file. */
export const lasting: Middleware = {
  async onRequest({ request }) {
    if (request.method === "GET") return undefined;
    if (request.body === null) return new Request(request, { keepalive: true });
    if (!request.headers.get("Content-Type")?.startsWith("application/json")) return undefined;
    const body = await request.clone().text();
    return body.length > MOST ? undefined : new Request(request, { body, keepalive: true });
  },
};
