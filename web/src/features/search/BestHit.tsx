import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";
import type { SearchHit } from "@/api/types";
import { Poster } from "@/components/atoms/Poster";
import { addressOf } from "./addressOf";

/** What was most likely meant, large. */
export function BestHit({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation();
  const { kind, title, person, collection, list } = hit;
  const name = title?.title ?? person?.name ?? collection?.name ?? list?.name ?? "";
  const image = title?.poster ?? person?.profile ?? collection?.poster ?? list?.poster;
  const text = title?.overview ?? person?.knownFor.join(", ") ?? "";
  return (
    <section aria-label={t("search.best")}>
      <Link
        {...addressOf({ kind, id: (title ?? person ?? collection)?.id ?? 0, slug: list?.slug ?? null })}
        className="group flex max-w-3xl gap-5 rounded-card bg-surface p-4 transition-colors hover:bg-raised sm:gap-7 sm:p-5"
      >
        <Poster
          kind={kind === "person" ? "profile" : "poster"}
          name={image}
          title={name}
          sizes="(min-width: 40rem) 160px, 104px"
          eager
          className="w-26 shrink-0 self-start sm:w-40"
        />
        <span className="min-w-0 self-center">
          <span className="block text-2xs text-muted">
            {t(`kind.${kind}`)}
            {title?.year && ` · ${title.year}`}
          </span>
          <span dir="auto" className="display mt-1 block text-2xl wrap-anywhere group-hover:text-accent sm:text-3xl">
            {name}
          </span>
          <span className="mt-2 line-clamp-3 text-sm text-muted sm:line-clamp-4">{text}</span>
        </span>
      </Link>
    </section>
  );
}
