/** Whole years from one ISO date to another; null when either is unknown or not a whole date. */
export function yearsBetween(from: string | null, to: string | null): number | null {
  if (!from || !to) return null;
  const [start, end] = [from, to].map((iso) => iso.split("-").map(Number)) as [number[], number[]];
  const [year = NaN, month = NaN, day = NaN] = start;
  const [lastYear = NaN, lastMonth = NaN, lastDay = NaN] = end;
  const beforeBirthday = lastMonth < month || (lastMonth === month && lastDay < day);
  const years = lastYear - year - (beforeBirthday ? 1 : 0);
  return Number.isNaN(years) || years < 0 ? null : years;
}
