const DAY = 86_400_000; // milliseconds
const NOON = DAY / 2;

/** Whether only its day is known. A file that names no hour leaves noon in UTC, to the millisecond. */
export function isMereDay(iso: string): boolean {
  return ((Date.parse(iso) % DAY) + DAY) % DAY === NOON;
}

/** A moment of the day under which it stands: here, or for a mere day the one that was named. */
export function dayOf(iso: string): Date {
  const at = new Date(iso);
  return isMereDay(iso) ? new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), 12) : at;
}
