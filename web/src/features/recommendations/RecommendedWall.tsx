import { EyeOff } from "lucide-react";
import type { Recommended } from "@/api/types";
import { TitleCard } from "@/components/molecules/TitleCard";
import { useOpinion } from "@/features/opinions/marks";
import { useOpinionDeeds } from "@/features/opinions/useOpinionDeeds";
import { useTranslation } from "@/i18n/i18n";
import { Why } from "./Why";

const SIZES = "(min-width: 40rem) 180px, 45vw";
const EAGER = 8; // posters, at the top of any window

/** Recommendations with their reasons, best first. There are never many, and reasons are of any length. */
export function RecommendedWall({ titles }: { titles: Recommended[] }) {
  return (
    <ul className="grid grid-cols-2 gap-x-3 gap-y-7 sm:grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] sm:gap-x-5">
      {titles.map((title, index) => (
        <Card key={title.id} title={title} eager={index < EAGER} />
      ))}
    </ul>
  );
}

/** Whoever is not interested in one sees so at once; it keeps its place until the next visit, so that nothing jumps. */
function Card({ title, eager }: { title: Recommended; eager: boolean }) {
  const { t } = useTranslation();
  const { dismissed } = useOpinion(title.id);
  const { dismiss } = useOpinionDeeds();
  return (
    <li>
      <div className="relative">
        <TitleCard title={title} sizes={SIZES} eager={eager} />
        <button
          type="button"
          aria-pressed={dismissed}
          aria-label={t("forYou.dismiss", { title: title.title })}
          title={t("opinion.notForMe")}
          className="absolute end-1 bottom-[4.5rem] flex size-9 items-center justify-center rounded-full bg-shade/80 text-ink [color-scheme:dark] hover:text-accent aria-pressed:bg-accent aria-pressed:text-on-accent pointer-coarse:size-11"
          onClick={() => void dismiss(title, !dismissed)}
        >
          <EyeOff aria-hidden className="size-4.5" />
        </button>
      </div>
      {dismissed ? (
        <p className="mt-1 border-s-2 border-line ps-2 text-2xs text-muted">{t("opinion.notForMe")}</p>
      ) : (
        <Why of={title.reason} because={title.reason.becauseOf?.title} />
      )}
    </li>
  );
}
