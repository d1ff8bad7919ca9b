import { Link } from "@tanstack/react-router";
import { Check, Undo2, X } from "lucide-react";
import { cx } from "@/lib/cx";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";
import { locale } from "@/i18n/languages";
import type { useNotificationDeeds } from "./useNotificationDeeds";
import type { useNotifications } from "./useNotifications";
import { wordsOf } from "./words";

interface Props {
  told: NonNullable<ReturnType<typeof useNotifications>["items"]>[number];
  deeds: ReturnType<typeof useNotificationDeeds>;
}

/** One thing told: a sentence that leads to where it happened, and what can be done with it. */
export function NotificationRow({ told, deeds }: Props) {
  const { t, language } = useTranslation();
  const { icon: Icon, link, say } = wordsOf(told.kind);
  const text = say(t, told.data);
  const isNew = told.readAt === null;
  return (
    <li className="flex items-center rounded-card hover:bg-ink/5">
      <Link
        {...link(told.data)}
        className="flex min-h-14 min-w-0 grow items-center gap-3 rounded-card py-2 ps-3 text-sm"
        onClick={() => {
          if (isNew) deeds.mark(told);
        }}
      >
        <Icon aria-hidden className={cx("size-5 shrink-0", isNew ? "text-accent" : "text-faint")} strokeWidth={1.75} />
        <span className="min-w-0">
          <span className={cx("block wrap-anywhere", isNew ? "font-semibold" : "text-muted")}>
            {isNew && <span className="sr-only">{t("bell.new")} </span>}
            {text}
          </span>
          <time dateTime={told.createdAt} className="block text-2xs text-faint">
            {new Intl.DateTimeFormat(locale(language), { timeStyle: "short" }).format(new Date(told.createdAt))}
          </time>
        </span>
      </Link>
      <button
        type="button"
        className={iconButtonStyle("size-10 [&_svg]:size-4.5")}
        aria-label={t(isNew ? "bell.markRead" : "bell.markUnread", { text })}
        onClick={() => {
          deeds.mark(told);
        }}
      >
        {isNew ? <Check aria-hidden /> : <Undo2 aria-hidden />}
      </button>
      <button
        type="button"
        className={iconButtonStyle("size-10 [&_svg]:size-4.5")}
        aria-label={t("bell.dismiss", { text })}
        onClick={({ currentTarget }) => {
          const row = currentTarget.closest("li");
          const next = row?.nextElementSibling ?? row?.previousElementSibling;
          next?.querySelector("a")?.focus(); // or the focus would go with this row
          deeds.dismiss(told);
        }}
      >
        <X aria-hidden />
      </button>
    </li>
  );
}
