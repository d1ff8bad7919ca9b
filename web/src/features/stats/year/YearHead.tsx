import { Printer } from "lucide-react";
import type { Statistics } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Screen } from "@/components/organisms/Screen";
import { useMe } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";

/** The year in large figures, on a picture of what was loved most in it. */
export function YearHead({ year, stats }: { year: number; stats: Statistics }) {
  const { t } = useTranslation();
  const me = useMe();
  const titles = [...stats.bestRated, ...stats.mostWatched].map(({ title }) => title);
  const pictured = titles.find(({ backdrop }) => backdrop);
  const current = year === new Date().getFullYear();
  return (
    <header>
      <Screen
        backdrop={pictured?.backdrop}
        className={`w-full ${pictured ? "aspect-4/3 max-h-[60dvh] sm:aspect-video lg:aspect-21/9" : "h-56 bg-linear-to-b from-glow to-shade md:h-72"}`}
      >
        <div className="scrim" />
        <div className="absolute inset-x-0 bottom-0 flex flex-wrap items-end justify-between gap-4 p-(--gutter) lg:p-12">
          <h1>
            <span className="block text-sm font-medium text-ink/85 sm:text-base">
              {me && <bdi>{me.displayName || me.username}</bdi>}
              {" · "}
              {t(current ? "stats.yearSoFar" : "stats.review")}
            </span>{" "}
            <span className="display block text-[clamp(4.5rem,1rem+16vw,11rem)] leading-[0.85]">{year}</span>
          </h1>
          <button
            type="button"
            className={buttonStyle("soft", "print:hidden")}
            onClick={() => {
              window.print();
            }}
          >
            <Printer aria-hidden />
            {t("stats.print")}
          </button>
        </div>
      </Screen>
    </header>
  );
}
