/** Whether this device has a network at all. */
export const networkThere = {
  get: () => navigator.onLine,
  subscribe: (changed: () => void): (() => void) => {
    window.addEventListener("online", changed);
    window.addEventListener("offline", changed);
    return () => {
      window.removeEventListener("online", changed);
      window.removeEventListener("offline", changed);
    };
  },
};
