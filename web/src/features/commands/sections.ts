import type { Suggestion } from "@/api/types";
import { found, type Command } from "./commands";
import type { Choice } from "./recent";

/** A row of the palette: something to do or a page, or something that the server found. `value` names it uniquely. */
export type Row = { value: string } & ({ command: Command; hit?: never } | { hit: Suggestion; command?: never });

export interface Section {
  name: "recent" | "pages" | "found" | "actions";
  rows: Row[];
}

interface Told {
  query: string;
  pages: readonly Command[];
  actions: readonly Command[];
  hits: readonly Suggestion[];
  recent: readonly Choice[];
  /** Leads to everything that is found. */
  all: Command;
}

/** What the palette shows: without a query what was chosen lately comes first. With one the titles and people follow: what is called so here was meant. */
export function sectionsOf({ query, pages, actions, hits, recent, all }: Told): Section[] {
  const commands = [...pages, ...actions];
  const again = ({ id, hit }: Choice): Row[] => {
    const command = commands.find((one) => one.id === id);
    if (hit) return [{ value: `recent ${id}`, hit }];
    return command ? [{ value: `recent ${id}`, command }] : []; // a page that is another role's
  };
  const rows = (name: string, some: readonly Command[]): Row[] =>
    some.map((command) => ({ value: `${name} ${command.id}`, command }));
  const sections: Section[] = [
    { name: "recent", rows: query ? [] : recent.flatMap(again) },
    { name: "pages", rows: rows("pages", found(pages, query)) },
    { name: "actions", rows: rows("actions", found(actions, query)) },
    {
      name: "found",
      rows: query ? [...hits.map((hit) => ({ value: `found ${hitId(hit)}`, hit })), ...rows("found", [all])] : [],
    },
  ];
  return sections.filter((section) => section.rows.length > 0);
}

export function hitId({ kind, id }: Suggestion): string {
  return `${kind}:${id}`;
}
