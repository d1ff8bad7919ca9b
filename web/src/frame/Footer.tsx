import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/i18n";
import { aboutQuery } from "@/features/about/queries";

/** What runs here and where its data comes from. */
export function Footer() {
  const { t } = useTranslation();
  const { data: about } = useQuery(aboutQuery());
  return (
    <footer className="gutter mt-auto pt-20 pb-8 text-sm text-faint">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2 border-t border-line/70 pt-6">
        <span>{t("about.version", { version: about?.version ?? "" })}</span>
        <span className="grow">{[t("about.source"), ...(about?.attributions ?? [])].join(" ")}</span>
        <a href="/api/v1/docs" className="underline-offset-4 hover:text-ink hover:underline">
          {t("about.api")}
        </a>
      </div>
    </footer>
  );
}
