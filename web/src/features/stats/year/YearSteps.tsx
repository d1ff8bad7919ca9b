import { Link } from "@tanstack/react-router";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";

/** The years before and after, as far as anything was watched, and all numbers of this one. */
export function YearSteps({ year, years }: { year: number; years: number[] }) {
  const { t } = useTranslation();
  const before = years.includes(year - 1);
  const after = years.includes(year + 1);
  return (
    <nav
      aria-label={t("stats.otherYears")}
      className="gutter mt-14 grid grid-cols-[1fr_auto_1fr] items-center gap-3 md:px-(--inset) print:hidden"
    >
      <span>
        {before && (
          <Link to="/stats/$year" params={{ year: String(year - 1) }} className={buttonStyle("soft")}>
            <ArrowLeft aria-hidden />
            {year - 1}
          </Link>
        )}
      </span>
      <Link to="/stats" search={{ year }} className={buttonStyle("bare")}>
        {t("stats.allNumbers")}
      </Link>
      <span className="text-end">
        {after && (
          <Link to="/stats/$year" params={{ year: String(year + 1) }} className={buttonStyle("soft")}>
            {year + 1}
            <ArrowRight aria-hidden />
          </Link>
        )}
      </span>
    </nav>
  );
}
