/** Whether a new version of the client lies ready: downloaded, and waiting for this one to be left. */
export const updateReady = {
  get: () => waiting !== null,
  subscribe: (changed: () => void): (() => void) => {
    listeners.add(changed);
    return () => {
      listeners.delete(changed);
    };
  },
};

let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();

/** Lets the new version take over, and shows this page with it. */
export function reloadIntoUpdate(): void {
  navigator.serviceWorker.addEventListener(
    "controllerchange",
    () => {
      location.reload();
    },
    { once: true },
  );
  waiting?.postMessage("take-over");
}

/** Announces each version that comes after the one that runs. */
export function followUpdates(registration: ServiceWorkerRegistration): void {
  const look = () => {
    // The first worker of all is no update: nothing older runs.
    waiting = navigator.serviceWorker.controller ? registration.waiting : null;
    listeners.forEach((listener) => {
      listener();
    });
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", look);
  });
  look();
}
