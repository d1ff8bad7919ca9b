import { Link } from "@tanstack/react-router";
import { Globe, Lock, Users } from "lucide-react";
import type { WatchlistCard } from "@/api/types";
import { PosterStrip } from "@/components/molecules/PosterStrip";
import { useTranslation } from "@/i18n/i18n";
import { watchlistAddress } from "@/lib/addresses";

/** A list by its first posters and its name, all one link. */
export function ListCard({ list }: { list: WatchlistCard }) {
  const { t } = useTranslation();
  const Sign = list.right !== "own" ? Users : list.public ? Globe : Lock;
  return (
    <Link
      {...watchlistAddress(list.id)}
      className="group block rounded-card border border-line bg-surface p-3 transition-colors hover:border-edge hover:bg-raised"
    >
      <PosterStrip posters={list.posters} />
      <span className="mt-3 block">
        <span dir="auto" className="display line-clamp-2 text-xl wrap-anywhere group-hover:text-accent">
          {list.name}
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-2xs text-muted">
          <span>{t("lists.titles", { count: list.length })}</span>
          <span className="inline-flex items-center gap-1">
            <Sign aria-hidden className="size-3" />
            {list.right === "own" ? (
              t(list.public ? "lists.public" : "lists.private")
            ) : (
              <bdi>{t("lists.sharedBy", { name: list.owner.name })}</bdi>
            )}
          </span>
        </span>
      </span>
    </Link>
  );
}
