import { Problem } from "@/api/problem";

const MINUTE = 60; // seconds

/** Whether the server refuses names: nobody's, of whom does not want to be asked, one's own. An address may hold any. */
export function isAboutNames(error: unknown): boolean {
  return error instanceof Problem && [400, 404].includes(error.status);
}

/** Whole minutes until one may ask again; null where it was not asked too often. */
export function minutesToWait(error: unknown): number | null {
  if (!(error instanceof Problem && error.status === 429)) return null;
  return Math.ceil((error.retryAfter ?? MINUTE) / MINUTE);
}
