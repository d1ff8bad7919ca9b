/** Seconds since 1970, as sign-in tells times, in the form that everything else has. */
export function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
