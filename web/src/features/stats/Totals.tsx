import type { Statistics } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { useTimes } from "./useTimes";

/** The large numbers: hours, films, episodes, series, days. */
export function Totals({ of }: { of: Statistics }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { hours } = useTimes();
  const totals = [
    { name: t("stats.hours"), value: hours(of.filmMinutes + of.showMinutes) },
    { name: t("stats.films"), value: number(of.films) },
    { name: t("stats.episodes"), value: number(of.episodes) },
    { name: t("stats.shows"), value: number(of.shows) },
    { name: t("stats.days"), value: number(of.daysWatched) },
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-5">
      {totals.map(({ name, value }) => (
        // On a phone the hours stand above two rows of two.
        <div key={name} className="flex flex-col-reverse justify-end max-sm:first:col-span-2">
          <dt className="mt-1 text-sm text-muted">{name}</dt>
          <dd className="display text-title tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
