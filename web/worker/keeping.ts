import { CacheableResponsePlugin } from "workbox-cacheable-response";
import type { WorkboxPlugin } from "workbox-core";
import { ExpirationPlugin } from "workbox-expiration";
import { CacheFirst, NetworkFirst } from "workbox-strategies";
import { FROM_MEMORY } from "../src/lib/kept";
import { ofThisPerson } from "./person";

export const ANSWERS = "answers";
export const PICTURES = "pictures";

const DAY = 86_400; // seconds
const SHORT_WAIT = 3; // seconds until an answer from memory is better than none
const GATEWAY = new Set([502, 503, 504]);

const whole = new CacheableResponsePlugin({ statuses: [200] });

/** A proxy before a server that is gone has nothing to say; the server's own problems are told as they are. */
const gatewaysAreSilent: WorkboxPlugin = {
  fetchDidSucceed: ({ response }) => {
    const own = response.headers.get("content-type")?.startsWith("application/problem+json");
    if (GATEWAY.has(response.status) && !own) throw new TypeError("The server behind the proxy does not answer");
    return Promise.resolve(response);
  },
};

/** The page says so when what it shows is remembered. */
const sayFromMemory: WorkboxPlugin = {
  cachedResponseWillBeUsed: ({ cachedResponse }) => {
    if (!cachedResponse) return Promise.resolve(null);
    const headers = new Headers(cachedResponse.headers);
    headers.set(FROM_MEMORY, "yes");
    return Promise.resolve(new Response(cachedResponse.body, { status: cachedResponse.status, headers }));
  },
};

/** Answers of the catalogue: the server's, or what it said last when it cannot be reached. */
export const answers = new NetworkFirst({
  cacheName: ANSWERS,
  networkTimeoutSeconds: SHORT_WAIT,
  matchOptions: { ignoreVary: true }, // what is asked for is all in the address, and people are told apart by `forget`
  plugins: [
    ofThisPerson,
    gatewaysAreSilent,
    whole,
    sayFromMemory,
    new ExpirationPlugin({ maxEntries: 300, maxAgeSeconds: 30 * DAY, purgeOnQuotaError: true }),
  ],
});

/** Pictures: a name always means the same picture, in each of its sizes. */
export const pictures = new CacheFirst({
  cacheName: PICTURES,
  matchOptions: { ignoreVary: true },
  plugins: [
    ofThisPerson,
    whole,
    new ExpirationPlugin({ maxEntries: 600, maxAgeSeconds: 60 * DAY, purgeOnQuotaError: true }),
  ],
});
