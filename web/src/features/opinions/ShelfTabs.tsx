import { Link } from "@tanstack/react-router";
import { chipStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";
import { SHELVES, type Shelf } from "./filters";

/** From one of the lists to the next. */
export function ShelfTabs({ shelf }: { shelf: Shelf }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("favorites.shelves")} className="mt-4">
      <ul className="flex flex-wrap gap-2">
        {SHELVES.map((name) => (
          <li key={name}>
            <Link
              to="/favorites"
              search={name === "favorites" ? {} : { shelf: name }}
              replace
              aria-current={name === shelf ? "page" : undefined}
              className={chipStyle(name === shelf)}
            >
              {t(`favorites.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
