import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";
import type { CollectionHit, ListHit } from "@/api/types";
import { Poster } from "@/components/atoms/Poster";
import { collectionAddress, listAddress } from "@/lib/addresses";

interface Props {
  collection: CollectionHit | null;
  list: ListHit | null;
  sizes: string;
}

/** Titles that belong together, as a small pile of posters; all one link. */
export function GroupCard({ collection, list, sizes }: Props) {
  const { t } = useTranslation();
  if (collection)
    return (
      <Link {...collectionAddress(collection.id)} className="group block outline-offset-4">
        <Pile poster={collection.poster} name={collection.name} sizes={sizes} />
        <Words name={collection.name} note={t("kind.collection")} />
      </Link>
    );
  return (
    list && (
      <Link {...listAddress(list.slug)} className="group block outline-offset-4">
        <Pile poster={list.poster} name={list.name} sizes={sizes} />
        <Words name={list.name} note={t("kind.list")} />
      </Link>
    )
  );
}

function Pile({ poster, name, sizes }: { poster: string | null; name: string; sizes: string }) {
  return (
    <span className="relative block pe-2.5 pt-2.5">
      <span className="absolute inset-0 start-5 bottom-5 rounded-paper border border-line bg-surface" />
      <span className="absolute inset-0 start-2.5 top-1.25 end-1.25 bottom-2.5 rounded-paper border border-line bg-raised" />
      <Poster
        name={poster}
        title={name}
        sizes={sizes}
        className="transition-[translate] duration-200 ease-out group-hover:-translate-y-1"
      />
    </span>
  );
}

function Words({ name, note }: { name: string; note: string }) {
  return (
    <span className="block min-h-17 pt-2.5">
      <span dir="auto" className="line-clamp-2 text-sm leading-snug font-semibold group-hover:text-accent">
        {name}
      </span>
      <span className="mt-0.5 block text-2xs text-muted">{note}</span>
    </span>
  );
}
