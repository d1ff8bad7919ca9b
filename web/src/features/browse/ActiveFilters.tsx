import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import { buttonStyle, chipStyle } from "@/components/atoms/buttonStyle";
import { genresQuery } from "@/features/discover/queries";
import { useLocale } from "@/features/locale/locale";
import { useFormats } from "@/lib/format";
import { genresOf, toggleGenre, type Filters } from "./filters";
import { runtimeOf } from "./options";

interface Props {
  filters: Filters;
  change: (filters: Filters) => void;
}

interface Chip {
  name: string;
  without: Filters;
}

/** What narrows the list right now; pressing one takes it away. */
export function ActiveFilters({ filters, change }: Props) {
  const { t } = useTranslation();
  const chips = useChips(filters);
  if (chips.length === 0) return null;
  return (
    <ul className="-mx-(--gutter) flex min-w-0 items-center gap-2 overflow-x-auto px-(--gutter) py-1 [scrollbar-width:none] sm:mx-0 sm:flex-1 sm:flex-wrap sm:overflow-visible sm:px-0">
      {chips.map(({ name, without }) => (
        <li key={name}>
          <button
            type="button"
            className={chipStyle()}
            aria-label={t("browse.remove", { name })}
            onClick={() => {
              change(without);
            }}
          >
            {name}
            <X aria-hidden className="size-3.5 text-faint" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className={buttonStyle("bare", "min-h-9 px-3")}
          onClick={() => {
            change({ sort: filters.sort });
          }}
        >
          {t("browse.clear")}
        </button>
      </li>
    </ul>
  );
}

function useChips(filters: Filters): Chip[] {
  const { t } = useTranslation();
  const { rating, runtime, language } = useFormats();
  const { data: genres = [] } = useQuery(genresQuery(useLocale()));
  const { yearFrom, yearTo, runtimeFrom, runtimeTo, ratingFrom, originalLanguage, keyword } = filters;
  const length = runtimeOf(filters);
  const range = (from?: number, to?: number, words: (end: number) => string = String) =>
    [from, to].map((end) => (end === undefined ? "…" : words(end))).join(" – ");
  const chips: (Chip | false | undefined | "" | 0)[] = [
    (yearFrom ?? yearTo) !== undefined && {
      name: range(yearFrom, yearTo),
      without: { ...filters, yearFrom: undefined, yearTo: undefined },
    },
    (runtimeFrom ?? runtimeTo) !== undefined && {
      name: length ? t(`browse.runtimes.${length.name}`) : range(runtimeFrom, runtimeTo, runtime),
      without: { ...filters, runtimeFrom: undefined, runtimeTo: undefined },
    },
    ratingFrom !== undefined && {
      name: t("browse.ratingFrom", { rating: rating(ratingFrom) }),
      without: { ...filters, ratingFrom: undefined },
    },
    originalLanguage && { name: language(originalLanguage), without: { ...filters, originalLanguage: undefined } },
    keyword && { name: keyword, without: { ...filters, keyword: undefined } },
  ];
  const ofGenres = genresOf(filters).map((slug) => ({
    name: genres.find((genre) => genre.slug === slug)?.name ?? slug,
    without: toggleGenre(filters, slug),
  }));
  return [...ofGenres, ...chips.filter((chip): chip is Chip => Boolean(chip))];
}
