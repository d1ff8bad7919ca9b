import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowRight, ChevronDown } from "lucide-react";
import { Accordion } from "radix-ui";
import { useRef } from "react";
import { useTranslation } from "@/i18n/i18n";
import type { SeasonCard } from "@/api/types";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { Poster } from "@/components/atoms/Poster";
import { useLocale } from "@/features/locale/locale";
import { useFormats } from "@/lib/format";
import { seasonQuery } from "../queries";
import { Episodes } from "./Episodes";
import { seasonName } from "./seasonName";

const HOVER = 60; // milliseconds, as for a link

interface Props {
  showId: string;
  season: SeasonCard;
}

/** One season: a press unfolds its episodes, the arrow goes to its own page. */
export function SeasonFold({ showId, season }: Props) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const prefetch = usePrefetch(showId, season.number);
  const name = seasonName(season, t);
  return (
    <Accordion.Item value={String(season.number)}>
      <Accordion.Header className="flex items-center gap-1">
        <Accordion.Trigger
          className="group flex min-w-0 flex-1 items-center gap-4 py-3 text-start focus-visible:-outline-offset-2"
          {...prefetch}
        >
          <Poster name={season.poster} title="" sizes="48px" className="w-12 shrink-0" />
          <span className="min-w-0 flex-1">
            <span className="block font-semibold group-hover:text-accent">{name}</span>
            <span className="mt-0.5 block text-2xs text-muted">
              {t("title.episodes", { count: season.episodes })}
              {season.aired && ` · ${date(season.aired)}`}
            </span>
          </span>
          <ChevronDown
            aria-hidden
            className="size-5 shrink-0 text-faint transition-[rotate] group-data-[state=open]:rotate-180"
          />
        </Accordion.Trigger>
        <Link
          to="/tv/$id/seasons/$number"
          params={{ id: showId, number: season.number }}
          className={iconButtonStyle()}
          aria-label={t("title.seasonPage", { season: name })}
        >
          <ArrowRight aria-hidden className="rtl:-scale-x-100" />
        </Link>
      </Accordion.Header>
      <Accordion.Content className="animate-fade pb-4 sm:ps-16">
        {season.overview && <p className="max-w-[68ch] pb-2 text-sm text-muted">{season.overview}</p>}
        <Episodes showId={showId} number={season.number} count={season.episodes} name={name} />
      </Accordion.Content>
    </Accordion.Item>
  );
}

/** Fetches the episodes when a pointer or the keyboard stays on the season. */
function usePrefetch(showId: string, number: number) {
  const queryClient = useQueryClient();
  const locale = useLocale();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const begin = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      queryClient.query(seasonQuery(showId, number, locale)).catch(() => undefined); // unfolding asks again and tells
    }, HOVER);
  };
  const end = () => {
    clearTimeout(timer.current);
  };
  return { onPointerEnter: begin, onPointerLeave: end, onFocus: begin, onBlur: end };
}
