/** What the interface can be read in. A language is added here, and as a file in each chapter beside this one. */
export const LANGUAGES = ["en", "de", "fr", "es", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Which way a language is written. */
export function direction(language: Language): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr"; // public/theme.js knows the same before the first paint
}

/**
 * How dates and numbers of a language are written. Browsers disagree about Arabic's digits; years, codes and titles
 * come in European ones, and two kinds in one line read badly.
 */
export function locale(language: string): string {
  return language === "ar" ? "ar-u-nu-latn" : language;
}
