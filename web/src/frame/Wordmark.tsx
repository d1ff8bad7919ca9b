import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/i18n";

/** The house's name, and the way home. */
export function Wordmark({ withName = false }: { withName?: boolean }) {
  const { t } = useTranslation();
  return (
    <Link to="/" aria-label={t("app.name")} className="flex items-center gap-2.5 text-ink">
      <svg viewBox="0 0 64 64" aria-hidden className="size-8 shrink-0 text-accent">
        <path
          fill="currentColor"
          d="M8 54V15.500a5 5 0 0 1 8.700-3.300L32 30l15.300-17.800A5 5 0 0 1 56 15.500V54H45V28.400L35.900 39a5 5 0 0 1-7.800 0L19 28.400V54z"
        />
      </svg>
      <span className={`display text-2xl ${withName ? "max-[22rem]:hidden" : "hidden xl:inline"}`}>
        {t("app.name")}
      </span>
    </Link>
  );
}
