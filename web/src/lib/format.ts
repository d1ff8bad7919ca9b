import { useTranslation } from "@/i18n/i18n";
import { locale } from "@/i18n/languages";

/** Dates, numbers and names in the words of one language. */
export interface Formats {
  date: (iso: string) => string;
  number: (value: number) => string;
  rating: (value: number) => string;
  runtime: (minutes: number) => string;
  ago: (seconds: number) => string;
  region: (code: string) => string;
  language: (code: string) => string;
  list: (words: string[]) => string;
}

export function useFormats(): Formats {
  const { language } = useTranslation();
  return formats(language);
}

const made = new Map<string, Formats>();

/** The same object for the same language, since a wall asks for it in each of its cards. */
export function formats(language: string): Formats {
  const known = made.get(language) ?? makeFormats(language);
  made.set(language, known);
  return known;
}

/** Makes each formatter when it is first used, for a browser takes long over them: some 25 ms for these four on a phone. */
function makeFormats(language: string): Formats {
  const tag = locale(language);
  const date = once(() => new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" }));
  const number = once(() => new Intl.NumberFormat(tag));
  const rating = once(() => new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
  const list = once(() => new Intl.ListFormat(tag, { type: "unit", style: "short" }));
  const hours = once(() => unit(tag, "hour"));
  const minutes = once(() => unit(tag, "minute"));
  return {
    date: (iso) => date().format(new Date(iso)),
    number: (value) => number().format(value),
    rating: (value) => rating().format(value),
    runtime: (length) => {
      const [whole, rest] = [Math.floor(length / 60), length % 60];
      if (whole === 0) return minutes().format(rest);
      return rest === 0 ? hours().format(whole) : `${hours().format(whole)} ${minutes().format(rest)}`;
    },
    ago: (seconds) => ago(tag, seconds),
    region: (code) => named(tag, "region", code),
    language: (code) => named(tag, "language", code),
    list: (words) => list().format(words),
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function unit(tag: string, name: "hour" | "minute"): Intl.NumberFormat {
  return new Intl.NumberFormat(tag, { style: "unit", unit: name, unitDisplay: "short" });
}

const AGES: [name: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["year", 31_556_952],
  ["month", 2_629_746],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

function ago(tag: string, seconds: number): string {
  const [name, length] = AGES.find(([, length]) => seconds >= length) ?? ["minute", 60];
  return new Intl.RelativeTimeFormat(tag).format(-Math.max(1, Math.round(seconds / length)), name);
}

/** The name of a country or language; the code itself when nobody knows it. */
function named(tag: string, type: "region" | "language", code: string): string {
  try {
    return new Intl.DisplayNames(tag, { type }).of(code) ?? code;
  } catch (error) {
    if (error instanceof RangeError) return code; // not a well-formed code
    throw error;
  }
}

/** What a language calls itself, as it begins a line: "Français". */
export function ownName(language: string): string {
  const name = named(language, "language", language);
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
