import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/i18n";
import { locale } from "@/i18n/languages";

interface Props {
  icon: LucideIcon;
  title: string;
  intro?: ReactNode;
  /** Over the title: how far one has come. */
  above?: ReactNode;
  children: ReactNode;
}

/** A page on the way in: a ticket with the house and the day on its stub, and what is to be done beside it. */
export function AdmissionPage({ icon: Icon, title, intro, above, children }: Props) {
  const { t, language } = useTranslation();
  const today = new Intl.DateTimeFormat(locale(language), { day: "2-digit", month: "short", year: "numeric" }).format();
  return (
    <div className="gutter flex justify-center pt-4 pb-10 md:pt-[8dvh]">
      <title>{t("app.pageTitle", { page: title })}</title>
      <div className="admission w-full max-w-md animate-appear rounded-screen bg-surface md:flex md:max-w-3xl">
        <div className="flex h-(--stub) items-center gap-4 border-b border-dashed border-edge/60 px-6 md:h-auto md:w-(--stub) md:shrink-0 md:flex-col md:items-start md:justify-between md:border-e md:border-b-0 md:p-7">
          <Icon aria-hidden className="size-8 shrink-0 text-accent md:size-11" strokeWidth={1.5} />
          <div className="min-w-0 leading-snug">
            <p className="display text-lg md:text-2xl">{t("admission.admitOne")}</p>
            <p className="truncate text-2xs text-muted">{window.location.host}</p>
            <p className="mt-0.5 hidden text-2xs text-muted md:block">{today}</p>
          </div>
        </div>
        <div className="min-w-0 flex-1 px-6 py-7 md:px-10 md:py-10">
          {above}
          <h1 className="display text-3xl">{title}</h1>
          {intro && <p className="mt-2 text-sm text-muted">{intro}</p>}
          <div className="mt-6">{children}</div>
        </div>
      </div>
    </div>
  );
}
