import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { History, X } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import { buttonStyle, chipStyle, iconButtonStyle } from "@/components/atoms/buttonStyle";
import { Message } from "@/components/molecules/Message";
import { genresQuery } from "@/features/discover/queries";
import { useLocale } from "@/features/locale/locale";
import { forget } from "./recent";
import { useRecent } from "./useRecent";

/** Before anything is typed: what was searched for lately, and genres to begin with. */
export function EmptySearch() {
  const { t } = useTranslation();
  const recent = useRecent();
  const { data: genres = [] } = useQuery(genresQuery(useLocale()));
  return (
    <>
      {recent.length === 0 && <Message sign="?" title={t("search.prompt")} detail={t("search.promptHint")} />}
      <div className="gutter mx-auto max-w-3xl space-y-10">
        {recent.length > 0 && <Recent searches={recent} />}
        {genres.length > 0 && (
          <nav aria-label={t("search.try")}>
            <h2 className="display mb-3 text-heading">{t("search.try")}</h2>
            <ul className="flex flex-wrap gap-2">
              {genres.map(({ slug, name, movies }) => (
                <li key={slug}>
                  <Link to={movies ? "/movies" : "/tv"} search={{ genre: slug }} className={chipStyle()}>
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </>
  );
}

function Recent({ searches }: { searches: string[] }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("search.recent")} className="pt-4">
      <div className="mb-2 flex items-center justify-between gap-4">
        <h2 className="display text-heading">{t("search.recent")}</h2>
        <button
          type="button"
          className={buttonStyle("bare")}
          onClick={() => {
            forget();
          }}
        >
          {t("search.forget")}
        </button>
      </div>
      <ul>
        {searches.map((query) => (
          <li key={query} className="flex items-center">
            <Link
              to="/search"
              search={{ q: query }}
              className="flex min-h-11 min-w-0 flex-1 items-center gap-3 rounded-card hover:text-accent"
            >
              <History aria-hidden className="size-4 shrink-0 text-faint" />
              <span className="truncate">{query}</span>
            </Link>
            <button
              type="button"
              className={iconButtonStyle("-me-3")}
              aria-label={t("search.forgetOne", { query })}
              onClick={() => {
                forget(query);
              }}
            >
              <X aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
