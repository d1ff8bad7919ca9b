import { CalendarHeart, Flame, Trophy, type LucideIcon } from "lucide-react";
import type { Statistics } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { Panel } from "./Panel";
import { useTimes } from "./useTimes";

interface Fact {
  icon: LucideIcon;
  name: string;
  value: string;
  when: string;
}

/** Streaks, and the busiest of the days. */
export function DayFacts({ of: { longestStreak, currentStreak, busiestDay } }: { of: Statistics }) {
  const { t } = useTranslation();
  const { runtime, date } = useFormats();
  const { span } = useTimes();
  const streak = (icon: LucideIcon, name: string, { days, first, last }: NonNullable<typeof longestStreak>): Fact => ({
    icon,
    name,
    value: t("stats.daysInRow", { count: days }),
    when: span(first, last),
  });
  const facts = [
    longestStreak && streak(Trophy, t("stats.longestStreak"), longestStreak),
    currentStreak && streak(Flame, t("stats.currentStreak"), currentStreak),
    busiestDay && {
      icon: CalendarHeart,
      name: t("stats.busiestDay"),
      value: runtime(busiestDay.minutes),
      when: date(busiestDay.day),
    },
  ].filter((fact) => fact !== null);
  return (
    <Panel title={t("stats.daysTitle")}>
      <ul className="space-y-6 pt-1">
        {facts.map(({ icon: Icon, name, value, when }) => (
          <li key={name} className="flex items-start gap-4">
            <Icon aria-hidden className="mt-1 size-6 shrink-0 text-accent" strokeWidth={1.6} />
            <p className="min-w-0">
              <span className="block text-2xs text-muted">{name}</span>
              <span className="display block text-xl">{value}</span>
              <span className="block text-sm text-muted">{when}</span>
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
