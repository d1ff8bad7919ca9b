import { Star } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import type { TitleDetail } from "@/api/types";
import { Poster } from "@/components/atoms/Poster";
import { Screen } from "@/components/organisms/Screen";
import { useFormats } from "@/lib/format";

/** The screen with the backdrop; the poster hangs over its lower edge, the name beside it. */
export function TitleHeader({ title }: { title: TitleDetail }) {
  return (
    <header className="relative">
      <Screen backdrop={title.backdrop} className="aspect-video max-h-[54dvh] w-full md:aspect-21/9">
        <div className="scrim max-md:opacity-40" />
      </Screen>
      <div className="gutter relative -mt-14 grid grid-cols-[6.5rem_minmax(0,1fr)] items-end gap-x-5 md:absolute md:inset-x-0 md:-bottom-16 md:mt-0 md:grid-cols-[11rem_minmax(0,1fr)] md:gap-x-12 md:px-(--inset) lg:grid-cols-[14rem_minmax(0,1fr)]">
        <Poster
          name={title.poster}
          title={title.title}
          sizes="(min-width: 64rem) 224px, (min-width: 48rem) 176px, 104px"
          eager
          className="shadow-hang"
        />
        <div className="min-w-0 pt-16 md:pe-10 md:pt-0 md:pb-22 md:[color-scheme:dark]">
          <h1 className="display text-3xl wrap-anywhere text-ink md:text-title">{title.title}</h1>
          <Facts title={title} />
        </div>
      </div>
    </header>
  );
}

function Facts({ title }: { title: TitleDetail }) {
  const { t } = useTranslation();
  const { runtime, rating, number } = useFormats();
  const facts = [
    title.originalTitle !== title.title && <span className="italic">{title.originalTitle}</span>,
    title.year,
    title.runtime !== null && runtime(title.runtime),
    title.seasonCount !== null && t("title.seasonCount", { count: title.seasonCount }),
    title.certification && (
      <span
        aria-label={t("title.certification", { name: title.certification })}
        className="rounded-mark border border-current px-1.5 text-2xs"
      >
        {title.certification}
      </span>
    ),
    title.rating !== null && (
      <span className="inline-flex items-center gap-1">
        <Star aria-hidden className="size-3.5 fill-current text-accent" />
        <span className="sr-only">
          {t("title.rating", { rating: rating(title.rating), votes: number(title.votes) })}
        </span>
        <span aria-hidden>{rating(title.rating)}</span>
      </span>
    ),
  ].filter(Boolean);
  return (
    <ul className="mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted md:text-base md:text-ink/85">
      {facts.map((fact, index) => (
        <li key={index}>{fact}</li>
      ))}
    </ul>
  );
}
