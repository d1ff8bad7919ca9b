import { Check } from "lucide-react";
import { CardLink } from "@/components/atoms/CardLink";
import { Picture } from "@/components/atoms/Picture";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { titlePath } from "@/lib/addresses";
import { episodeNumbers } from "@/lib/episodeNumbers";
import { useFormats } from "@/lib/format";
import { nextUpQuery, type NextUpItem } from "./queries";
import { Bar } from "./SeenBar";
import { useWatching } from "./useWatching";

interface Shown {
  items: NextUpItem[];
}

/** An episode or a film to go on with, and a check for when it is seen. */
export function UpNextCard({ item }: { item: NextUpItem }) {
  const { t } = useTranslation();
  const { runtime } = useFormats();
  const { title, episode, progress } = item;
  const query = nextUpQuery(useLocale());
  const { watch } = useWatching<Shown>(title, query.queryKey);
  const name = episode ? episode.title || title.title : title.title;
  const left = progress && Math.max(1, Math.round((progress.duration - progress.seconds) / 60));
  return (
    <div className="group relative">
      <CardLink
        to={episode ? `${titlePath(title)}/seasons/${episode.season}` : titlePath(title)}
        className="block outline-offset-4"
      >
        <span className="relative block aspect-video overflow-hidden rounded-paper bg-raised outline -outline-offset-1 outline-ink/10">
          <Picture
            kind={episode?.still ? "still" : "backdrop"}
            name={episode?.still ?? title.backdrop}
            alt=""
            sizes="(min-width: 40rem) 320px, 256px"
            className="size-full"
          />
          {progress && <Bar value={progress.seconds / progress.duration} className="absolute inset-x-0 bottom-0" />}
        </span>
        <span className="block min-h-17 pe-11 pt-2.5">
          <span dir="auto" className="line-clamp-1 text-sm font-semibold group-hover:text-accent">
            {title.title}
          </span>
          <span className="mt-0.5 line-clamp-1 text-2xs text-muted">
            {[
              episode && episodeNumbers(episode.season, episode.number),
              episode?.title,
              left && t("history.left", { time: runtime(left) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </span>
      </CardLink>
      <button
        type="button"
        aria-label={t("history.seen", { name })}
        title={t("history.mark")}
        className="absolute end-0 bottom-5 inline-flex size-11 items-center justify-center rounded-full text-muted transition-colors hover:bg-ink/8 hover:text-accent active:opacity-75"
        onClick={() => {
          watch(episode ? { season: episode.season, episode: episode.number } : {}, {
            change: (now) => ({ items: now.items.filter((one) => one.title.id !== title.id) }),
            back: (now) => ({ items: [item, ...now.items.filter((one) => one.title.id !== title.id)] }),
            said: t("history.marked", { name }),
          });
        }}
      >
        <Check aria-hidden className="size-5" />
      </button>
    </div>
  );
}
