import { text, type RawSearch } from "@/lib/search";
import { LONGEST_QUERY } from "@/features/search/search";

/** What a device hands over when somebody shares something to Matinee; apps fill in whichever they like. */
export interface Shared {
  title?: string;
  text?: string;
  url?: string;
}

const LINK = /https?:\/\/[^\s<>"]+/i;
const TRAILING = /[).,;:!?'\]]+$/; // the end of a sentence, not of a link

export function parseShared(raw: RawSearch): Shared {
  return { title: text(raw.title, /\S/), text: text(raw.text, /\S/), url: text(raw.url, /\S/) };
}

/** The first link of all that was shared. Many apps write it into the text. */
export function sharedLink({ url, text, title }: Shared): string | undefined {
  return [url, text, title].map((part) => part && LINK.exec(part)?.[0].replace(TRAILING, "")).find(Boolean);
}

/** The words around the link, to be searched for: the title if there is one. */
export function sharedWords({ title, text, url }: Shared): string {
  const words = [title, text, url].map((part) =>
    part?.replace(new RegExp(LINK, "gi"), " ").replace(/\s+/g, " ").trim(),
  );
  return (words.find(Boolean) ?? "").slice(0, LONGEST_QUERY);
}
