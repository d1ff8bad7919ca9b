import { clientsClaim } from "workbox-core";
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { isAnswer, isPicture } from "../src/lib/kept";
import { ANSWERS, answers, PICTURES, pictures } from "./keeping";
import { forgetPerson } from "./person";

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] };

// The shell: all that the build made. A new version is fetched beside the old one and waits until the page lets it
// take over, so that the pages which are open find their own chunks as long as they are.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
clientsClaim();

// Every address is the one page, but for those that the server answers itself.
const OF_THE_SERVER = [/^\/(api|img|accounts|health|metrics)(\/|$)/];
registerRoute(new NavigationRoute(createHandlerBoundToURL("/index.html"), { denylist: OF_THE_SERVER }));

registerRoute(({ url, sameOrigin }) => sameOrigin && isAnswer(url.pathname), answers);
registerRoute(({ url, sameOrigin }) => sameOrigin && isPicture(url.pathname), pictures);

self.addEventListener("message", (event) => {
  if (event.data === "take-over") void self.skipWaiting();
  if (event.data === "forget") {
    const told = () => {
      event.ports[0]?.postMessage("forgotten");
    };
    event.waitUntil(forgetPerson([ANSWERS, PICTURES]).then(told));
  }
});
