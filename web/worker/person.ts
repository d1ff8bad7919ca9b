import type { WorkboxPlugin } from "workbox-core";

let person = 0; // counts the people whom this worker has served

/** Empties the caches: what one person saw is nothing for the next one. */
export async function forgetPerson(caches_: readonly string[]): Promise<void> {
  person += 1;
  await Promise.all(caches_.map((name) => caches.delete(name)));
}

/** Keeps an answer only for the person who asked: one that was under way when they left comes too late. */
export const ofThisPerson: WorkboxPlugin = {
  handlerWillStart: ({ state }) => {
    if (state) state.person = person;
    return Promise.resolve();
  },
  cacheWillUpdate: ({ response, state }) => Promise.resolve(state?.person === person ? response : null),
};
