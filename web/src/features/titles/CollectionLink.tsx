import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import type { CollectionCard } from "@/api/types";
import { Picture } from "@/components/atoms/Picture";

/** The collection that a film belongs to, as a strip of its own backdrop. */
export function CollectionLink({ collection }: { collection: CollectionCard }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/collections/$id"
      params={{ id: String(collection.id) }}
      className="group relative flex min-h-24 items-center overflow-hidden rounded-card bg-shade p-6 text-ink [color-scheme:dark]"
    >
      <Picture
        kind="backdrop"
        name={collection.backdrop}
        alt=""
        sizes="60rem"
        className="absolute inset-0 size-full opacity-45 transition-opacity group-hover:opacity-60"
      />
      <span className="relative min-w-0 flex-1">
        <span className="block text-sm text-ink/80">{t("title.collection")}</span>
        <span className="display block text-2xl">{collection.name}</span>
      </span>
      <ArrowRight
        aria-hidden
        className="relative size-6 transition-[translate] group-hover:translate-x-1 rtl:group-hover:-translate-x-1"
      />
    </Link>
  );
}
