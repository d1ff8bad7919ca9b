import { useState, type ReactNode } from "react";
import type { Review } from "@/api/types";
import { Avatar } from "@/components/atoms/Avatar";
import { Badge } from "@/components/atoms/Badge";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { Prose } from "./Prose";

interface Props {
  review: Review;
  /** Instead of its author's name. */
  name?: string;
  /** What can be done with it. */
  children?: ReactNode;
}

/** A review: by whom, how it is rated, and what it says, folded away if that would give the story away. */
export function ReviewBox({ review, name, children }: Props) {
  const { t } = useTranslation();
  const { date, rating } = useFormats();
  const [open, setOpen] = useState(!review.spoiler || review.mine);
  const author = review.author.name;
  return (
    <article className="rounded-card border border-line bg-surface p-4 sm:p-5">
      <header className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Avatar
          person={{ displayName: author, username: author, picture: review.author.picture }}
          className="size-8 text-2xs"
        />
        <h3 className="text-sm font-semibold">
          <bdi>{name ?? author}</bdi>
        </h3>
        {review.rating !== null && (
          <span className="text-sm text-muted">
            <span aria-hidden className="star">
              {rating(review.rating)}
            </span>
            <span className="sr-only">{t("title.ratingShort", { rating: rating(review.rating) })}</span>
          </span>
        )}
        <time dateTime={review.createdAt} className="text-2xs text-muted">
          {date(review.createdAt)}
        </time>
        {review.spoiler && <Badge look="warn">{t("reviews.spoiler")}</Badge>}
      </header>
      {open ? (
        <Prose html={review.html} />
      ) : (
        <button
          type="button"
          className={buttonStyle()}
          onClick={() => {
            setOpen(true);
          }}
        >
          {t("reviews.allSpoiler")}
        </button>
      )}
      {children && <footer className="mt-3">{children}</footer>}
    </article>
  );
}
