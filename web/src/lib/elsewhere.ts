import type { ExternalIds, TitleKind } from "@/api/types";

export interface Place {
  name: string;
  href: string;
}

/** Where other sites keep the same title or person. */
export function elsewhere(kind: TitleKind | "person", ids: ExternalIds): Place[] {
  const places: [name: string, address: string, id: string | number | null][] = [
    ["IMDb", kind === "person" ? "https://www.imdb.com/name/" : "https://www.imdb.com/title/", ids.imdb],
    ["TMDB", `https://www.themoviedb.org/${kind}/`, ids.tmdb],
    ["TheTVDB", "https://thetvdb.com/dereferrer/series/", kind === "tv" ? ids.tvdb : null],
    ["Wikidata", "https://www.wikidata.org/wiki/", ids.wikidata],
    ["Internet Archive", "https://archive.org/details/", ids.archive],
  ];
  return places.flatMap(([name, address, id]) => (id ? [{ name, href: address + encodeURIComponent(id) }] : []));
}
