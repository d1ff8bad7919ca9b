import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";
import type { TitleDetail } from "@/api/types";
import { chipStyle } from "@/components/atoms/buttonStyle";
import { TitleStanding } from "@/features/history/Mine";
import { Makers } from "./Makers";
import { TitleActions } from "./TitleActions";

/** What the title is about, and who made it. */
export function TitleStory({ title }: { title: TitleDetail }) {
  const { t } = useTranslation();
  return (
    <div>
      <TitleActions title={title} className="mb-3 md:hidden" />
      <div className="mb-6 md:hidden">
        <TitleStanding title={title} />
      </div>
      {title.tagline && (
        <p dir="auto" className="mb-3 text-lg text-muted italic">
          {title.tagline}
        </p>
      )}
      <p dir="auto" className="max-w-[68ch] text-prose">
        {title.overview || t("title.noOverview")}
      </p>
      {!title.complete && <p className="mt-3 text-sm text-muted">{t("title.partial")}</p>}
      <Makers title={title} />
      <ul className="mt-6 flex flex-wrap gap-2">
        {title.genreNames.map(({ slug, name }) => (
          <li key={slug}>
            <Link to={title.kind === "movie" ? "/movies" : "/tv"} search={{ genre: slug }} className={chipStyle()}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
