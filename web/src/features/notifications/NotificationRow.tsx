import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import type { ReactNode } from "react";
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
  const { icon: Icon, link, say, then } = wordsOf(told.kind);
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
          <span className="mt-0.5 flex flex-wrap gap-x-3 text-2xs text-faint">
            <time dateTime={told.createdAt}>
              {new Intl.DateTimeFormat(locale(language), { timeStyle: "short" }).format(new Date(told.createdAt))}
            </time>
            {isNew && then && <span className="font-semibold text-accent">{t(then)}</span>}
          </span>
        </span>
      </Link>
      <RowButton
        label={t(isNew ? "bell.markRead" : "bell.markUnread", { text })}
        press={() => {
          deeds.mark(told);
        }}
      >
        {/* A check and a cross would look like the answers to an invitation. */}
        <span aria-hidden className={cx("size-2.5 rounded-full", isNew ? "bg-accent" : "border-2 border-edge")} />
      </RowButton>
      <RowButton
        label={t("bell.dismiss", { text })}
        press={(button) => {
          const row = button.closest("li");
          const next = row?.nextElementSibling ?? row?.previousElementSibling;
          next?.querySelector("a")?.focus(); // or the focus would go with this row
          deeds.dismiss(told);
        }}
      >
        <X aria-hidden />
      </RowButton>
    </li>
  );
}

interface ButtonProps {
  label: string;
  press: (button: HTMLElement) => void;
  children: ReactNode;
}

function RowButton({ label, press, children }: ButtonProps) {
  return (
    <button
      type="button"
      className={iconButtonStyle("size-10 [&_svg]:size-4.5")}
      aria-label={label}
      title={label}
      onClick={({ currentTarget }) => {
        press(currentTarget);
      }}
    >
      {children}
    </button>
  );
}
