import { useMemo } from "react";
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
  return useMemo(() => formats(language), [language]);
}

export function formats(language: string): Formats {
  const tag = locale(language);
  const date = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
  const number = new Intl.NumberFormat(tag);
  const rating = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(tag, { type: "unit", style: "short" });
  return {
    date: (iso) => date.format(new Date(iso)),
    number: (value) => number.format(value),
    rating: (value) => rating.format(value),
    runtime: (minutes) => runtime(tag, minutes),
    ago: (seconds) => ago(tag, seconds),
    region: (code) => named(tag, "region", code),
    language: (code) => named(tag, "language", code),
    list: (words) => list.format(words),
  };
}

function runtime(tag: string, minutes: number): string {
  const unit = (value: number, name: "hour" | "minute") =>
    new Intl.NumberFormat(tag, { style: "unit", unit: name, unitDisplay: "short" }).format(value);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return unit(rest, "minute");
  return rest === 0 ? unit(hours, "hour") : `${unit(hours, "hour")} ${unit(rest, "minute")}`;
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
