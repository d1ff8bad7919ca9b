import { useTranslation } from "@/i18n/i18n";
import type { TitleCard as Title } from "@/api/types";
import { titlePath } from "@/lib/addresses";
import { useCardCorner } from "@/lib/cardCorner";
import { formats } from "@/lib/format";
import { CardLink } from "@/components/atoms/CardLink";
import { Poster } from "@/components/atoms/Poster";

interface Props {
  title: Title;
  sizes: string;
  eager?: boolean;
}

/** A poster with its title and year beneath, all one link, and beside it what can be done with it. */
export function TitleCard({ title, sizes, eager }: Props) {
  const corner = useCardCorner();
  return (
    <div className="group relative">
      <CardLink to={titlePath(title)} className="block outline-offset-4">
        <Poster
          name={title.poster}
          title={title.title}
          sizes={sizes}
          eager={eager}
          className="transition-[translate,box-shadow] duration-200 ease-out group-hover:-translate-y-1 group-hover:shadow-lift"
        />
        {/* As high as two lines of title need, so that all rows of a wall are alike and scrolling back finds its place. */}
        <span className="block min-h-17 pt-2.5">
          <span dir="auto" className="line-clamp-2 text-sm leading-snug font-semibold text-ink group-hover:text-accent">
            {title.title}
          </span>
          <span className="mt-0.5 flex items-center gap-2 text-2xs text-muted">
            {title.year}
            {title.rating !== null && <Rating value={title.rating} />}
          </span>
        </span>
      </CardLink>
      {corner?.(title)}
    </div>
  );
}

/** As few elements as can be: there are hundreds of cards, and each element is styled anew with every change of theme. */
function Rating({ value }: { value: number }) {
  const { t, language } = useTranslation();
  const rating = formats(language).rating(value);
  return (
    <span role="img" aria-label={t("title.ratingShort", { rating })} className="star">
      {rating}
    </span>
  );
}
