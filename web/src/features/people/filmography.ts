import type { FilmographyItem, TitleCard, TitleKind } from "@/api/types";

const BEST = 12;
const UNDATED = 9999;

/** One title and what the person did for it in one department. */
export interface Work {
  title: TitleCard;
  /** Characters played, or jobs done. */
  parts: string[];
}

export interface Department {
  name: string;
  works: Work[];
}

/** What was done in titles of one kind; of every kind without one. */
export function ofKind(filmography: FilmographyItem[], kind: TitleKind | undefined): FilmographyItem[] {
  return kind ? filmography.filter(({ title }) => title.kind === kind) : filmography;
}

/** The titles that most people know. */
export function knownFor(filmography: FilmographyItem[]): TitleCard[] {
  return filmography
    .map(({ title }) => title)
    .toSorted((a, b) => b.popularity - a.popularity)
    .slice(0, BEST);
}

/** What was done where, the person's own department first, the newest work on top and the undated above it. */
export function byDepartment(filmography: FilmographyItem[], own: string): Department[] {
  const departments = new Map<string, Map<number, Work>>();
  for (const { title, parts } of filmography) {
    for (const part of parts) {
      const name = part.kind === "cast" ? "Acting" : part.department;
      const works = departments.get(name) ?? new Map<number, Work>();
      const work = works.get(title.id) ?? { title, parts: [] };
      const words = part.kind === "cast" ? part.character : part.job;
      if (words) work.parts.push(words);
      departments.set(name, works.set(title.id, work));
    }
  }
  return [...departments]
    .map(([name, works]) => ({ name, works: [...works.values()].toSorted(newestFirst) }))
    .toSorted((a, b) => Number(b.name === own) - Number(a.name === own) || b.works.length - a.works.length);
}

function newestFirst(a: Work, b: Work): number {
  return (b.title.year ?? UNDATED) - (a.title.year ?? UNDATED) || a.title.title.localeCompare(b.title.title);
}
