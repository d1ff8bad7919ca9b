import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/i18n";
import type { TitleKind } from "@/api/types";
import { chipStyle } from "@/components/atoms/buttonStyle";
import { SelectField } from "@/components/molecules/SelectField";
import { genresQuery } from "@/features/discover/queries";
import { useLocale } from "@/features/locale/locale";
import { useFormats } from "@/lib/format";
import { ChoiceChips } from "./ChoiceChips";
import { genresOf, toggleGenre, type Filters } from "./filters";
import { ORIGINAL_LANGUAGES, RATINGS, RUNTIMES, runtimeOf } from "./options";
import { YearFields } from "./YearFields";

interface Props {
  kind: TitleKind;
  filters: Filters;
  change: (filters: Filters) => void;
}

/** Every filter as a field; each takes effect at once, behind the sheet. */
export function FilterFields({ kind, filters, change }: Props) {
  const { t } = useTranslation();
  const { rating, language } = useFormats();
  return (
    <>
      <GenreField kind={kind} filters={filters} change={change} />
      <YearFields filters={filters} change={change} />
      <ChoiceChips
        legend={t("browse.runtime")}
        value={runtimeOf(filters)?.name}
        options={RUNTIMES.map(({ name }) => ({ value: name, label: t(`browse.runtimes.${name}`) }))}
        choose={(name) => {
          const found = RUNTIMES.find((option) => option.name === name);
          change({ ...filters, runtimeFrom: found?.from, runtimeTo: found?.to });
        }}
      />
      <ChoiceChips
        legend={t("browse.rating")}
        value={filters.ratingFrom?.toString()}
        options={RATINGS.map((value) => ({
          value: String(value),
          label: t("browse.ratingFrom", { rating: rating(value) }),
        }))}
        choose={(value) => {
          change({ ...filters, ratingFrom: value ? Number(value) : undefined });
        }}
      />
      <SelectField
        label={t("browse.language")}
        value={filters.originalLanguage ?? ""}
        onChange={(event) => {
          change({ ...filters, originalLanguage: event.target.value || undefined });
        }}
      >
        <option value="">{t("browse.any")}</option>
        {ORIGINAL_LANGUAGES.map((code) => (
          <option key={code} value={code}>
            {language(code)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

function GenreField({ kind, filters, change }: Props) {
  const { t } = useTranslation();
  const { data: genres = [] } = useQuery(genresQuery(useLocale()));
  const chosen = genresOf(filters);
  return (
    <fieldset>
      <legend className="mb-2.5 text-sm font-semibold">{t("browse.genres")}</legend>
      <div className="flex flex-wrap gap-2">
        {genres
          .filter(({ movies, tv }) => (kind === "movie" ? movies : tv))
          .map(({ slug, name }) => (
            <button
              key={slug}
              type="button"
              aria-pressed={chosen.includes(slug)}
              className={chipStyle(chosen.includes(slug))}
              onClick={() => {
                change(toggleGenre(filters, slug));
              }}
            >
              {name}
            </button>
          ))}
      </div>
    </fieldset>
  );
}
