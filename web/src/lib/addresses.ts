import { linkOptions } from "@tanstack/react-router";
import type { TitleKind } from "@/api/types";

/** Where a title's page is. */
export function titleAddress(title: { kind: TitleKind; id: number }) {
  const params = { id: String(title.id) };
  return title.kind === "movie" ? linkOptions({ to: "/movies/$id", params }) : linkOptions({ to: "/tv/$id", params });
}

/** The same as a plain path. */
export function titlePath({ kind, id }: { kind: TitleKind; id: number }): string {
  return kind === "movie" ? `/movies/${id}` : `/tv/${id}`;
}

/** How the API's addresses of one's own things name a kind of title. */
export function nounOf(kind: TitleKind): "movies" | "tv" {
  return kind === "movie" ? "movies" : "tv";
}

export function personPath(id: number): string {
  return `/people/${id}`;
}

export function personAddress(id: number) {
  return linkOptions({ to: "/people/$id", params: { id: String(id) } });
}

export function collectionAddress(id: number) {
  return linkOptions({ to: "/collections/$id", params: { id: String(id) } });
}

export function watchlistAddress(id: number) {
  return linkOptions({ to: "/watchlists/$id", params: { id: String(id) } });
}

export function listAddress(slug: string) {
  return linkOptions({ to: "/lists/$slug", params: { slug } });
}
