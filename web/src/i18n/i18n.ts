import { setupI18n, type Messages } from "@lingui/core";
import { useSyncExternalStore } from "react";
import english from "./en.json";

export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

type Path<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Path<T[K]>}` }[keyof T & string];

/** The dotted path of a message in en.json. */
export type MessageKey = Path<typeof english>;
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

// The build compiles the catalogues (build/messages.ts); what TypeScript sees is their source.
const compiled = (catalogue: object) => catalogue as Messages;

const loaders: Record<Exclude<Language, "en">, () => Promise<{ default: object }>> = {
  de: () => import("./de.json"),
};

const i18n = setupI18n({ locale: "en", messages: { en: compiled(english) } });

/** Changes the language of the whole interface. A message missing in it is shown in English. */
export async function speak(language: Language): Promise<void> {
  if (language !== "en") {
    const { default: own } = await loaders[language]();
    i18n.load(language, { ...compiled(english), ...compiled(own) });
  }
  i18n.activate(language);
  document.documentElement.lang = language;
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
