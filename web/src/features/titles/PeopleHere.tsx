import { queryOptions, useQuery } from "@tanstack/react-query";
import { Heart, Star } from "lucide-react";
import { api, body } from "@/api/client";
import type { TitleDetail } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";

function countsQuery({ kind, id }: TitleDetail) {
  return queryOptions({
    queryKey: ["opinions-here", id],
    queryFn: ({ signal }) => {
      const path = { noun: kind === "movie" ? ("movies" as const) : ("tv" as const), ref: String(id) };
      return body(api.GET("/api/v1/{noun}/{ref}/opinions", { params: { path }, signal }));
    },
  });
}

/** What people of this house think of a title; nothing until somebody does. */
export default function PeopleHere({ title }: { title: TitleDetail }) {
  const { t } = useTranslation();
  const { rating } = useFormats();
  const { data: counts } = useQuery(countsQuery(title));
  if (!counts || (counts.loved === 0 && counts.rating === null)) return null;
  return (
    <ul
      aria-label={t("here.label")}
      className="mt-6 inline-flex animate-fade flex-wrap gap-x-6 gap-y-2 text-sm text-muted [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-accent"
    >
      {counts.loved > 0 && (
        <li className="flex items-center gap-2">
          <Heart aria-hidden className="fill-current" />
          {t("here.loved", { count: counts.loved })}
        </li>
      )}
      {counts.rating !== null && (
        <li className="flex items-center gap-2">
          <Star aria-hidden className="fill-current" />
          {t("here.rated", { rating: rating(counts.rating), count: counts.rated })}
        </li>
      )}
    </ul>
  );
}
