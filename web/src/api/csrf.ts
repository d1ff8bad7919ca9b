import type { Middleware } from "openapi-fetch";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Sends the token of this browser with every request that changes something. */
export const csrf: Middleware = {
  async onRequest({ request }) {
    if (SAFE.has(request.method)) return undefined;
    request.headers.set("X-CSRFToken", await csrfToken());
    return request;
  },
};

/** The token in the cookie; where there is none yet, the server is asked for one. */
export async function csrfToken(): Promise<string> {
  if (!inCookie()) await fetch("/api/v1/auth/browser/v1/config");
  return inCookie();
}

function inCookie(): string {
  return /(?:^|; )csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}
