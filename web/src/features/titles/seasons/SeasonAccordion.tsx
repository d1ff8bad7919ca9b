import { Accordion } from "radix-ui";
import { useId } from "react";
import { useTranslation } from "@/i18n/i18n";
import { direction } from "@/i18n/languages";
import type { TitleDetail } from "@/api/types";
import { inOrder } from "./episodes";
import { SeasonFold } from "./SeasonFold";

/** The seasons of a series, each unfolding to its episodes; an only season is open. */
export function SeasonAccordion({ title }: { title: TitleDetail }) {
  const { t, language } = useTranslation();
  const heading = useId();
  const seasons = inOrder(title.seasons);
  const [first, ...others] = seasons;
  if (!first) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="display mb-3 text-heading">
        {t("title.seasons")}
      </h2>
      <Accordion.Root
        type="multiple"
        dir={direction(language)}
        defaultValue={others.length === 0 ? [String(first.number)] : []}
        className="max-w-5xl divide-y divide-line/70 border-y border-line/70"
      >
        {seasons.map((season) => (
          <SeasonFold key={season.number} showId={String(title.id)} season={season} />
        ))}
      </Accordion.Root>
    </section>
  );
}
