import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { Select } from "@/components/atoms/Select";
import { genresQuery } from "@/features/discover/queries";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { tidy } from "@/lib/search";
import { useDebounced } from "@/lib/useDebounced";
import { choicesQuery } from "./queries";
import { parseOpinionSearch, SORTS, type OpinionFilters, type Shelf } from "./filters";

const PAUSE = 250; // milliseconds without a key before it is searched

interface Props {
  shelf: Shelf;
  filters: OpinionFilters;
  change: (filters: OpinionFilters) => void;
}

/**
 * Finds something in the list, narrows it and puts it in order; all of that is in the address. What would lead to nothing
 * is not offered.
 */
export function FavoritesToolbar({ shelf, filters, change }: Props) {
  const { t } = useTranslation();
  const { data: genres = [] } = useQuery(genresQuery(useLocale()));
  const { data: there } = useQuery(choicesQuery(shelf, filters));
  const isThere = (kind: "movie" | "tv") => !there || there.kinds.includes(kind) || filters.kind === kind;
  const offered = genres.filter(({ slug }) => !there || there.genres.includes(slug) || filters.genre === slug);
  const choose = (name: keyof OpinionFilters) => ({
    value: filters[name] ?? "",
    change: (value: string) => {
      change(parseOpinionSearch({ ...filters, [name]: value })); // "" makes no sense, and is left out
    },
  });
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <SearchField filters={filters} change={change} />
      <div className="-mx-(--gutter) flex gap-2 overflow-x-auto px-(--gutter) py-1 -my-1 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:px-0">
        <Choice label={t("favorites.kind")} {...choose("kind")}>
          <option value="">{t("favorites.kinds.all")}</option>
          {(["movie", "tv"] as const).filter(isThere).map((kind) => (
            <option key={kind} value={kind}>
              {t(`favorites.kinds.${kind}`)}
            </option>
          ))}
        </Choice>
        <Choice label={t("favorites.genre")} {...choose("genre")}>
          <option value="">{t("favorites.anyGenre")}</option>
          {offered.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Choice>
        {shelf !== "ratings" && (
          <Choice label={t("favorites.rated")} {...choose("rated")}>
            <option value="">{t("favorites.ratedOr.all")}</option>
            <option value="yes">{t("favorites.ratedOr.yes")}</option>
            <option value="no">{t("favorites.ratedOr.no")}</option>
          </Choice>
        )}
        <Choice label={t("favorites.sort")} {...choose("sort")}>
          {SORTS.map((sort) => (
            <option key={sort} value={sort === "added" ? "" : sort}>
              {t(`favorites.sorts.${sort}`)}
            </option>
          ))}
        </Choice>
      </div>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  change: (value: string) => void;
  children: ReactNode;
}

function Choice({ label, value, change, children }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={(event) => {
        change(event.target.value);
      }}
      className="shrink-0"
    >
      {children}
    </Select>
  );
}

function SearchField({ filters, change }: Omit<Props, "shelf">) {
  const { t } = useTranslation();
  const there = filters.text ?? "";
  const [typed, setTyped] = useState(there);
  const [seen, setSeen] = useState(there);
  const text = useDebounced(typed.trim(), PAUSE);
  const resting = text === typed.trim();
  if (there !== seen) {
    setSeen(there);
    if (resting) setTyped(there); // the address was changed elsewhere: all filters are gone, say
  }
  useEffect(() => {
    if (resting && text !== there) change(tidy({ ...filters, text: text || undefined }));
  }, [resting, text, there, filters, change]);
  return (
    <search className="relative min-w-60 flex-1 sm:max-w-sm">
      <Search aria-hidden className="pointer-events-none absolute start-4 top-3.5 size-4.5 text-faint" />
      <input
        type="search"
        aria-label={t("favorites.search")}
        placeholder={t("favorites.search")}
        maxLength={200}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        className="h-11 w-full rounded-full border border-line bg-surface ps-11.5 pe-4 text-base text-ink transition-colors placeholder:text-faint hover:border-edge focus-visible:border-accent focus-visible:outline-offset-0 md:text-sm"
      />
    </search>
  );
}
