import type { TitleDetail } from "@/api/types";

/** The first release of each type in the region, in the order of their dates. */
export function releasesIn(region: string, releases: TitleDetail["releases"]) {
  const here = (releases ?? []).filter(({ country, released }) => country === region && released);
  const ordered = here.toSorted((a, b) => (a.released ?? "").localeCompare(b.released ?? ""));
  return ordered.filter(({ type }, index) => ordered.findIndex((other) => other.type === type) === index);
}
