/** What the service worker keeps for the time without a server. It and the page agree on it here. */

/** The header of an answer that comes from what was kept, because the server could not be reached. */
export const FROM_MEMORY = "x-matinee-from-memory";

// What anybody may ask; what is somebody's own (me, sign-in, settings, users, audit, notifications) is never kept.
const CATALOGUE = /^\/api\/v1\/(about|collections|genres|lists|movies|people|search|tv)(\/|$)/;

export const isAnswer = (path: string) => CATALOGUE.test(path);
export const isPicture = (path: string) => path.startsWith("/img/");
