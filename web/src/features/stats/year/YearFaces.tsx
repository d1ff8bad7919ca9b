import type { Statistics } from "@/api/types";
import { CardLink } from "@/components/atoms/CardLink";
import { Poster } from "@/components/atoms/Poster";
import { useTranslation } from "@/i18n/i18n";
import { personPath } from "@/lib/addresses";

type Tally = Statistics["directors"][number];

/** Whose films they were: the director and the player of most of them. */
export function YearFaces({ of: { directors, cast } }: { of: Statistics }) {
  const { t } = useTranslation();
  const [director] = directors;
  const player = cast.find(({ person }) => person.id !== director?.person.id);
  if (!director && !player) return null;
  return (
    <ul className="grid gap-6 md:grid-cols-2 print:grid-cols-2">
      {director && <Face part={t("stats.directorOfYear")} of={director} />}
      {player && <Face part={t("stats.playerOfYear")} of={player} />}
    </ul>
  );
}

function Face({ part, of: { person, titles } }: { part: string; of: Tally }) {
  const { t } = useTranslation();
  return (
    <li className="print:break-inside-avoid">
      <CardLink to={personPath(person.id)} className="group flex items-center gap-5 rounded-card outline-offset-4">
        <Poster
          kind="profile"
          name={person.profile}
          title={person.name}
          sizes="(min-width: 40rem) 144px, 112px"
          eager
          className="w-28 shrink-0 sm:w-36"
        />
        <span className="min-w-0">
          <span className="block text-sm text-muted">{part}</span>
          <bdi className="display mt-1 block text-3xl wrap-anywhere group-hover:text-accent">{person.name}</bdi>
          <span className="mt-1 block text-sm text-muted">{t("stats.titleCount", { count: titles })}</span>
        </span>
      </CardLink>
    </li>
  );
}
