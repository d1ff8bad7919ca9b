import { useMemo } from "react";
import { LANGUAGES, speak, type Language } from "@/i18n/i18n";
import { stored, useStored } from "@/lib/stored";
import { REGIONS } from "./regions";

/** What titles are asked for in; without a region the server picks one by the browser's languages. */
export interface Locale {
  language: Language;
  region?: string;
}

const AUTOMATIC = "";
export const languageChoice = stored<Language | "">("matinee.language", LANGUAGES, AUTOMATIC);
export const regionChoice = stored("matinee.region", REGIONS, AUTOMATIC);

/** The first of the browser's languages that the interface speaks. */
export function browserLanguage(preferred: readonly string[] = navigator.languages): Language {
  const bases = preferred.map((tag) => tag.toLowerCase().split("-")[0]);
  return bases.map((base) => LANGUAGES.find((language) => language === base)).find(Boolean) ?? "en";
}

export function currentLocale(): Locale {
  return toLocale(languageChoice.get(), regionChoice.get());
}

export function useLocale(): Locale {
  const language = useStored(languageChoice);
  const region = useStored(regionChoice);
  return useMemo(() => toLocale(language, region), [language, region]);
}

export function useRegionChoice(): string {
  return useStored(regionChoice);
}

/** Speaks the chosen language, now and whenever another is chosen, in this tab or another. */
export async function followLanguage(): Promise<void> {
  languageChoice.subscribe(() => void speak(currentLocale().language));
  await speak(currentLocale().language);
}

/** The words are there before the choice is told: titles and interface change together. */
export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language);
  languageChoice.set(language);
}

/** A two-letter region, or "" to leave it to the browser's languages. */
export function chooseRegion(region: string): void {
  regionChoice.set(region);
}

function toLocale(language: Language | "", region: string): Locale {
  return { language: language || browserLanguage(), ...(region && { region }) };
}
