import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";
import { chipStyle } from "@/components/atoms/buttonStyle";
import { SEARCH_KINDS, type Search } from "./search";

export function KindTabs({ q, kind }: Search) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("search.kinds.label")} className="mt-4">
      <ul className="flex flex-wrap gap-2">
        {SEARCH_KINDS.map((name) => {
          const chosen = name === (kind ?? "all");
          return (
            <li key={name}>
              <Link
                to="/search"
                search={name === "all" ? { q } : { q, kind: name }}
                replace
                aria-current={chosen ? "page" : undefined}
                className={chipStyle(chosen)}
              >
                {t(`search.kinds.${name}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
