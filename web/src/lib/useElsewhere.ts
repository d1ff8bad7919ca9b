import type { ExternalIds, TitleKind } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";
import { elsewhere, type Place } from "./elsewhere";

interface Known {
  externalIds?: ExternalIds | null;
  homepage: string | null;
}

/** The official site of a title or person and its places on other sites. */
export function useElsewhere(kind: TitleKind | "person", { externalIds, homepage }: Known): Place[] {
  const { t } = useTranslation();
  const places = externalIds ? elsewhere(kind, externalIds) : [];
  return homepage ? [{ name: t("title.homepage"), href: homepage }, ...places] : places;
}
