import { isAnswer, isPicture } from "./kept";
import { followUpdates } from "./updates";

const LOOK_FOR_UPDATES = 60 * 60_000; // milliseconds

/** Lets the service worker in. Without one, as on an http address of the network at home, all works but offline. */
export async function install(): Promise<void> {
  const first = !navigator.serviceWorker.controller;
  if (first) navigator.serviceWorker.addEventListener("controllerchange", rememberThisPage, { once: true });
  // A browser may be set to refuse it.
  const registration = await navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  if (!registration) return;
  followUpdates(registration);
  setInterval(() => {
    if (navigator.onLine) registration.update().catch(() => undefined); // the next hour is soon enough
  }, LOOK_FOR_UPDATES);
}

/**
 * What the first page asked for before there was a worker to keep it; the browser's own cache has most of it. What is
 * still on its way is told of when it is there.
 */
function rememberThisPage(): void {
  const keptSince = performance.now();
  new PerformanceObserver((arrived) => {
    for (const { name, startTime } of arrived.getEntries()) {
      if (startTime >= keptSince) continue; // it has come by the worker, like all that follows
      const { origin, pathname } = new URL(name);
      if (origin === location.origin && (isAnswer(pathname) || isPicture(pathname))) {
        fetch(name).catch(() => undefined); // it is kept another time
      }
    }
  }).observe({ type: "resource", buffered: true });
}
