import { setupI18n, type Messages } from "@lingui/core";
import { useSyncExternalStore } from "react";
import type account from "./account/en.json";
import english from "./en.json";

export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

type Path<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Path<T[K]>}` }[keyof T & string];

/** The dotted path of a message in an English catalogue. */
export type MessageKey = Path<typeof english> | Path<typeof account>;
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

// The build compiles the catalogues (build/messages.ts); what TypeScript sees is their source.
const compiled = (catalogue: object) => catalogue as Messages;

type Load = () => Promise<{ default: object }>;

/** What the interface says, in chapters: `main` is there from the beginning, others come with the pages that need them. */
const CHAPTERS = {
  main: { en: () => Promise.resolve({ default: english }), de: () => import("./de.json") },
  account: { en: () => import("./account/en.json"), de: () => import("./account/de.json") },
} satisfies Record<string, Record<Language, Load>>;
type Chapter = keyof typeof CHAPTERS;

const learnt = new Set<Chapter>(["main"]);
const i18n = setupI18n({ locale: "en", messages: { en: compiled(english) } });

/** Changes the language of the whole interface. */
export async function speak(language: Language): Promise<void> {
  await Promise.all([...learnt].map((chapter) => load(chapter, language)));
  i18n.activate(language);
  document.documentElement.lang = language;
}

/** Fetches a chapter, before the first page that needs it is shown. */
export async function learn(chapter: Chapter): Promise<void> {
  if (learnt.has(chapter)) return;
  await load(chapter, i18n.locale as Language);
  learnt.add(chapter);
}

/** A message missing in a language is shown in English. */
async function load(chapter: Chapter, language: Language): Promise<void> {
  const { en, [language]: own } = CHAPTERS[chapter];
  const [otherwise, said] = await Promise.all([en(), own()]);
  i18n.load(language, { ...compiled(otherwise.default), ...compiled(said.default) });
}

const translate: Translate = (key, values) => i18n._(key, values);
const has = (key: string): key is MessageKey => key in i18n.messages;

/** The words of the interface in the chosen language; a component that uses them follows a change. */
export function useTranslation() {
  const language = useSyncExternalStore(
    (changed) => i18n.on("change", changed),
    () => i18n.locale,
  );
  return { t: translate, has, language };
}
