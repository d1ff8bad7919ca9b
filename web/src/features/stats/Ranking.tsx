import type { ReactNode } from "react";
import type { Statistics } from "@/api/types";
import { RankedBars } from "@/components/molecules/RankedBars";
import { useTranslation } from "@/i18n/i18n";
import { Panel } from "./Panel";
import { useTimes } from "./useTimes";

const SHOWN = 8;

type Tally = Statistics["languages"][number];

interface Props<T> {
  title: string;
  of: T[];
  name: (tally: T) => ReactNode;
}

/** Which genres, countries or languages most of the titles are of; nothing when none is known. */
export function Ranking<T extends Tally>({ title, of, name }: Props<T>) {
  const { t } = useTranslation();
  const { hours } = useTimes();
  if (of.length === 0) return null;
  const items = of.slice(0, SHOWN).map((tally) => ({
    id: tally.key,
    name: name(tally),
    told: t("stats.titlesAndHours", { count: tally.titles, hours: hours(tally.minutes) }),
    value: tally.titles,
  }));
  return (
    <Panel title={title}>
      <RankedBars items={items} />
    </Panel>
  );
}
