import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";
import type { GenreItem } from "@/api/types";
import { chipStyle } from "@/components/atoms/buttonStyle";

/** Every genre as a way into the films, or into the series where there are no such films. */
export function GenreStrip({ genres }: { genres: GenreItem[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("discover.genres")}>
      <ul className="shelf gap-2 py-1">
        {genres.map(({ slug, name, movies }) => (
          <li key={slug} className="snap-start">
            <Link to={movies ? "/movies" : "/tv"} search={{ genre: slug }} className={chipStyle()}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
