import { Star } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import type { TitleDetail } from "@/api/types";
import { useFormats } from "@/lib/format";

/** The facts that one decides by, in one line. */
export function TitleLine({ title }: { title: TitleDetail }) {
  const { t } = useTranslation();
  const { runtime } = useFormats();
  const facts = [
    title.year,
    title.runtime !== null && runtime(title.runtime),
    title.seasonCount !== null && t("title.seasonCount", { count: title.seasonCount }),
    title.certification && <Certification name={title.certification} />,
    title.rating !== null && <Rating value={title.rating} votes={title.votes} />,
  ].filter(Boolean);
  return (
    <ul className="mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted md:text-base md:text-ink/85">
      {facts.map((fact, index) => (
        <li key={index}>{fact}</li>
      ))}
    </ul>
  );
}

function Certification({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="sr-only">{t("title.certification", { name })}</span>
      <span aria-hidden className="rounded-[0.2rem] border border-current px-1.5 text-2xs">
        {name}
      </span>
    </>
  );
}

function Rating({ value, votes }: { value: number; votes: number }) {
  const { t } = useTranslation();
  const { rating, number } = useFormats();
  return (
    <span className="inline-flex items-center gap-1">
      <Star aria-hidden className="size-3.5 fill-current text-accent" />
      <span className="sr-only">{t("title.rating", { rating: rating(value), votes: number(votes) })}</span>
      <span aria-hidden>{rating(value)}</span>
    </span>
  );
}
