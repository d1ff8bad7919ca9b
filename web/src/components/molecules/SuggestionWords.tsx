import { useTranslation } from "@/i18n/i18n";
import type { Suggestion } from "@/api/types";
import { Poster } from "@/components/atoms/Poster";

/** What is suggested while somebody types, in a row that is pressed: its picture, its name, and what it is. */
export function SuggestionWords({ suggestion: { kind, name, year, image } }: { suggestion: Suggestion }) {
  const { t } = useTranslation();
  return (
    <>
      <Poster
        kind={kind === "person" ? "profile" : "poster"}
        name={image}
        title=""
        sizes="36px"
        className="w-9 shrink-0"
      />
      <span className="min-w-0">
        <span dir="auto" className="block truncate text-sm font-semibold">
          {name}
        </span>
        <span className="block text-2xs text-muted">
          {t(`kind.${kind}`)}
          {year !== null && ` · ${year}`}
        </span>
      </span>
    </>
  );
}
