import { CalendarPlus, CheckCheck, Eraser, Repeat2, Square } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { lazy, Suspense, useRef, useState, type ReactNode } from "react";
import type { TitleDetail } from "@/api/types";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";
import { direction } from "@/i18n/languages";
import type { Standing } from "./queries";
import type { useStandingDeeds } from "./useStandingDeeds";

const WhenDialog = lazy(() => import("./WhenDialog"));

interface Props {
  title: TitleDetail;
  standing: Standing;
  deeds: Pick<ReturnType<typeof useStandingDeeds>, "see" | "drop">;
  /** Takes viewings back, maybe after asking which; then the focus is `from` again. */
  unsee: (from: HTMLElement) => void;
  children: ReactNode;
}

const ITEM =
  "flex min-h-11 cursor-default items-center gap-3 rounded-card px-3 text-sm outline-none data-highlighted:bg-ink/8 [&_svg]:size-4.5 [&_svg]:text-muted";

/** What is said of a title less often: again, on another day, never, no more. */
export function WatchMenu({ title, standing, deeds: { see, drop }, unsee, children }: Props) {
  const { t, language } = useTranslation();
  const [asking, setAsking] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <>
      <DropdownMenu.Root dir={direction(language)} modal={false}>
        <DropdownMenu.Trigger ref={trigger} className={iconButtonStyle("bg-ink/9")} aria-label={t("history.more")}>
          {children}
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="start"
            sideOffset={6}
            collisionPadding={8}
            className="z-40 min-w-56 animate-fade rounded-card border border-line bg-surface p-1.5 shadow-lift"
          >
            {standing.viewings > 0 && (
              <Item
                icon={<Repeat2 aria-hidden />}
                act={() => {
                  see({ again: true });
                }}
              >
                {t("history.again")}
              </Item>
            )}
            {standing.status === "watching" && title.kind === "tv" && (
              <Item
                icon={<CheckCheck aria-hidden />}
                act={() => {
                  see();
                }}
              >
                {t("history.all")}
              </Item>
            )}
            <Item
              icon={<CalendarPlus aria-hidden />}
              act={() => {
                setAsking(true);
              }}
            >
              {t("history.another")}
            </Item>
            <Item
              icon={<Square aria-hidden />}
              act={() => {
                drop(standing.status);
              }}
            >
              {t(standing.status === "dropped" ? "history.takeUp" : "history.drop")}
            </Item>
            {standing.viewings > 0 && (
              <Item
                icon={<Eraser aria-hidden />}
                act={() => {
                  if (trigger.current) unsee(trigger.current);
                }}
              >
                {t("history.never")}
              </Item>
            )}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {asking && (
        <Suspense>
          <WhenDialog
            name={title.title}
            close={() => {
              setAsking(false);
            }}
            choose={(watchedAt) => {
              see({ watchedAt, again: true });
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function Item({ icon, act, children }: { icon: ReactNode; act: () => void; children: ReactNode }) {
  return (
    <DropdownMenu.Item className={ITEM} onSelect={act}>
      {icon}
      {children}
    </DropdownMenu.Item>
  );
}
