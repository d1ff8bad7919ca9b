import { useTranslation } from "@/i18n/i18n";
import type { TitleCard } from "@/api/types";
import { Poster } from "@/components/atoms/Poster";

interface Props {
  titles: TitleCard[];
  chosen: number;
  choose: (index: number) => void;
}

/** Small posters beside the hero, each of which takes its place. */
export function HeroChoice({ titles, chosen, choose }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="ms-auto hidden shrink-0 items-end gap-3 lg:flex">
      {titles.map((title, index) => (
        <li key={title.id}>
          <button
            type="button"
            aria-pressed={index === chosen}
            aria-label={t("discover.show", { title: title.title })}
            className="block rounded-paper opacity-65 transition-[opacity,translate] duration-200 hover:opacity-100 aria-pressed:-translate-y-1.5 aria-pressed:opacity-100 aria-pressed:outline-2 aria-pressed:outline-offset-3 aria-pressed:outline-accent"
            onClick={() => {
              choose(index);
            }}
          >
            <Poster name={title.poster} title={title.title} sizes="80px" className="w-16 xl:w-20" />
          </button>
        </li>
      ))}
    </ul>
  );
}
