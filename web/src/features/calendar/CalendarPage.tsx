import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CalendarPlus, ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { buttonStyle, iconButtonStyle } from "@/components/atoms/buttonStyle";
import { DialogButton } from "@/components/molecules/DialogButton";
import { Loaded } from "@/components/organisms/Loaded";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { locale } from "@/i18n/languages";
import { Agenda } from "./Agenda";
import { byDay } from "./days";
import { isoDay, monthOf, shifted, weeksOf, type Month } from "./month";
import { MonthGrid } from "./MonthGrid";
import { calendarQuery } from "./queries";
import { SubscribeDialog } from "./SubscribeDialog";

interface Props {
  /** This one when it is undefined. */
  month: Month | undefined;
  choose: (month: Month | undefined) => void;
}

/** What airs and comes out for whoever looks, a month at a time. */
export function CalendarPage({ month: chosen, choose }: Props) {
  const { t, language } = useTranslation();
  const [now] = useState(() => new Date());
  const where = useLocale();
  const month = chosen ?? monthOf(now);
  const days = weeksOf(month, where);
  const query = calendarQuery(days[0] ?? "", days.at(-1) ?? "", where);
  const found = useQuery({ ...query, placeholderData: keepPreviousData });
  const name = new Intl.DateTimeFormat(locale(language), { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01`),
  );
  const step = (by: number) => () => {
    const next = shifted(month, by);
    choose(next === monthOf(now) ? undefined : next);
  };
  return (
    <div className="gutter pt-4">
      <title>{t("app.pageTitle", { page: t("history.calendar.title") })}</title>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <h1 className="display text-4xl">{t("history.calendar.title")}</h1>
        <DialogButton dialog={(close) => <SubscribeDialog close={close} />}>
          <CalendarPlus aria-hidden />
          {t("history.calendar.subscribe")}
        </DialogButton>
      </div>
      <div className="mb-4 flex items-center gap-1">
        <h2 aria-live="polite" className="display me-auto text-heading">
          {name}
        </h2>
        <button
          type="button"
          disabled={month === monthOf(now)}
          className={buttonStyle("bare", "px-4")}
          onClick={() => {
            choose(undefined);
          }}
        >
          {t("history.calendar.today")}
        </button>
        <button
          type="button"
          className={iconButtonStyle()}
          aria-label={t("history.calendar.before")}
          onClick={step(-1)}
        >
          <ChevronLeft aria-hidden className="rtl:-scale-x-100" />
        </button>
        <button type="button" className={iconButtonStyle()} aria-label={t("history.calendar.after")} onClick={step(1)}>
          <ChevronRight aria-hidden className="rtl:-scale-x-100" />
        </button>
      </div>
      <Loaded of={found}>
        {(calendar) => {
          const told = byDay(calendar);
          return (
            <>
              <MonthGrid days={days} month={month} today={isoDay(now)} told={told} />
              <Agenda month={month} today={isoDay(now)} told={told} />
              {calendar.more && <p className="mt-4 text-sm text-muted">{t("history.calendar.more")}</p>}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
