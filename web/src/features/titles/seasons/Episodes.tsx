import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/i18n";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Bone, Skeleton } from "@/components/atoms/Skeleton";
import { EpisodesToWatch } from "@/features/history/Mine";
import { useLocale } from "@/features/locale/locale";
import { seasonQuery } from "../queries";

const MOST_BONES = 8;

interface Props {
  showId: string;
  number: number;
  /** How many there should be, so that room is kept for them. */
  count: number;
  name: string;
}

/** The episodes of one season on the show's page, fetched when the season is unfolded. */
export function Episodes({ showId, number, count, name }: Props) {
  const { t } = useTranslation();
  const { data, isError, refetch } = useQuery(seasonQuery(showId, number, useLocale()));
  if (data) {
    return data.episodes.length > 0 ? (
      <EpisodesToWatch
        showId={data.show.id}
        season={number}
        episodes={data.episodes}
        name={t("title.episodesOf", { season: name })}
        heading="h4"
      />
    ) : (
      <p className="py-2 text-sm text-muted">{t("season.empty")}</p>
    );
  }
  if (isError) {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-4 text-sm text-muted">
        {t("title.noEpisodes")}
        <button type="button" className={buttonStyle()} onClick={() => void refetch()}>
          {t("error.retry")}
        </button>
      </p>
    );
  }
  return (
    <Skeleton className="space-y-4 py-4">
      {Array.from({ length: Math.min(count, MOST_BONES) }, (_, index) => (
        <Bone key={index} className="h-14 max-w-2xl" />
      ))}
    </Skeleton>
  );
}
