import { useTranslation } from "@/i18n/i18n";
import { EmptySearch } from "./EmptySearch";
import { KindTabs } from "./KindTabs";
import { Results } from "./Results";
import { SearchBox } from "./SearchBox";
import type { Search } from "./search";

/** Everything found for the query in the address. */
export function SearchPage({ q, kind }: Search) {
  const { t } = useTranslation();
  const name = q ? t("search.results", { query: q }) : t("nav.search");
  return (
    <div className="pt-4">
      <title>{t("app.pageTitle", { page: name })}</title>
      <div className="gutter">
        <search className="mb-6 block md:hidden">
          <SearchBox focused={q === ""} />
        </search>
        {q && (
          <>
            <h1 dir="auto" className="display text-3xl wrap-anywhere">
              {name}
            </h1>
            <KindTabs q={q} kind={kind} />
          </>
        )}
      </div>
      {q ? <Results key={kind} q={q} kind={kind ?? "all"} /> : <EmptySearch />}
    </div>
  );
}
