import { Link } from "@tanstack/react-router";
import { Poster } from "@/components/atoms/Poster";
import { useTranslation } from "@/i18n/i18n";
import { titleAddress } from "@/lib/addresses";
import type { Placed } from "./order";

interface Props {
  item: Pick<Placed, "title" | "note">;
  /** Counted from 1. */
  place: number;
}

/** A title of a list: its place, poster and name, and what was noted about it. */
export function ItemLine({ item: { title, note }, place }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <span aria-hidden className="display w-7 shrink-0 pt-1 text-center text-lg text-faint tabular-nums">
        {place}
      </span>
      <Poster name={title.poster} title="" sizes="56px" className="w-11 shrink-0 sm:w-14" />
      <div className="min-w-0 flex-1 ps-1 pt-0.5">
        <Link {...titleAddress(title)} className="group rounded">
          <span dir="auto" className="font-semibold wrap-anywhere group-hover:text-accent">
            {title.title}
          </span>
        </Link>
        <p className="mt-0.5 text-2xs text-muted">
          {t(`kind.${title.kind}`)}
          {title.year !== null && <span className="ms-2">{title.year}</span>}
        </p>
        {note && (
          <p dir="auto" className="mt-1.5 text-sm whitespace-pre-line text-muted wrap-anywhere">
            {note}
          </p>
        )}
      </div>
    </>
  );
}
