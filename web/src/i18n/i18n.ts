import { setupI18n, type Messages } from "@lingui/core";
import { useSyncExternalStore } from "react";
import type account from "./account/en.json";
import type frame from "./frame/en.json";
import type gallery from "./gallery/en.json";
import type lists from "./lists/en.json";
import type history from "./history/en.json";
import type home from "./home/en.json";
import type library from "./library/en.json";
import type recommendations from "./recommendations/en.json";
import type stats from "./stats/en.json";
import type imports from "./imports/en.json";
import type trakt from "./trakt/en.json";
import type title from "./title/en.json";
import type find from "./find/en.json";
import { direction, locale, type Language } from "./languages";
import english from "./main/en.json";

export { LANGUAGES, type Language } from "./languages";

/** What the interface says, in chapters: a folder each. All but `main` come with the pages that need them. */
interface Chapters {
  main: typeof english;
  account: typeof account;
  frame: typeof frame;
  gallery: typeof gallery;
  history: typeof history;
  home: typeof home;
  library: typeof library;
  lists: typeof lists;
  recommendations: typeof recommendations;
  stats: typeof stats;
  imports: typeof imports;
  trakt: typeof trakt;
  title: typeof title;
  find: typeof find;
}
export type Chapter = keyof Chapters;

type Path<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Path<T[K]>}` }[keyof T & string];

/** The dotted path of a message in an English catalogue. */
export type MessageKey = { [C in Chapter]: Path<Chapters[C]> }[Chapter];
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

// The build compiles the catalogues (build/messages.ts); what TypeScript sees is their source.
const compiled = (catalogue: object) => catalogue as Messages;

const learnt = new Set<Chapter>(["main"]);
let wanted: Language = "en";
const i18n = setupI18n({ locale: "en", messages: { en: compiled(english) } });

/** Changes the language of the whole interface, once all that it says so far is there. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  await Promise.all([...learnt].map((chapter) => load(chapter, language)));
  if (wanted !== language) return; // somebody has chosen again meanwhile
  i18n.activate(language, locale(language));
  document.documentElement.lang = language;
  document.documentElement.dir = direction(language);
}

/** Fetches a chapter, before the first page that needs it is shown. */
export async function learn(chapter: Chapter): Promise<void> {
  learnt.add(chapter);
  await Promise.all([load(chapter, i18n.locale as Language), load(chapter, wanted)]);
}

async function load(chapter: Chapter, language: Language): Promise<void> {
  if (chapter === "main" && language === "en") return; // came with the program
  const { LATER } = await import("./later");
  const file = await LATER[`./${chapter}/${language}.json`]?.();
  i18n.load(language, compiled(file?.default ?? {}));
}

const translate: Translate = (key, values) => i18n._(key, values);
const has = (key: string): key is MessageKey => key in i18n.messages;

const follow = (changed: () => void) => i18n.on("change", changed);
const spoken = () => i18n.locale as Language;

/** The words of the interface in the chosen language; a component that uses them follows a change. */
export function useTranslation() {
  const language = useSyncExternalStore(follow, spoken);
  return { t: translate, has, language };
}
