import type { Translate } from "@/i18n/i18n";

/** What a season is called when the provider gives it no name of its own. */
export function seasonName({ number, title }: { number: number; title: string }, t: Translate): string {
  if (title) return title;
  return number === 0 ? t("season.specials") : t("season.number", { number });
}
