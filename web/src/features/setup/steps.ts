/** The first run, in order. The first one makes the administrator, so it needs the link that the program printed. */
export const STEPS = ["administrator", "language", "tmdb"] as const;
export type SetupStep = (typeof STEPS)[number];
