import { ExternalLink, LoaderCircle } from "lucide-react";
import { useState } from "react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Outside } from "@/components/atoms/Outside";
import { Deed } from "@/components/form/Deed";
import { CopyButton } from "@/components/molecules/CopyButton";
import { Ticket } from "@/components/molecules/Ticket";
import { useTranslation } from "@/i18n/i18n";
import { useCountdown } from "@/lib/useCountdown";
import { clock } from "./clock";
import type { TraktLink } from "./queries";
import { useTraktDeeds } from "./useTraktDeeds";

/** The code that is to be typed at Trakt, and how long it is good. The page goes on by itself. */
export function LinkingCard({ link }: { link: TraktLink }) {
  const { t } = useTranslation();
  const { cancel } = useTraktDeeds();
  const code = link.userCode ?? "";
  const address = link.verificationUrl ?? "";
  return (
    <Ticket
      stub={
        <>
          <LoaderCircle aria-hidden className="size-7 animate-spin text-accent" />
          <Left until={link.expiresAt} />
        </>
      }
    >
      <ol className="list-inside list-decimal space-y-4 marker:font-semibold">
        <li>
          {t("trakt.open")}
          <p className="mt-2">
            <Outside href={address} className={buttonStyle("solid")}>
              <ExternalLink aria-hidden />
              <bdi>{address.replace(/^https?:\/\//, "")}</bdi>
            </Outside>
          </p>
        </li>
        <li>
          {t("trakt.type")}
          <p className="mt-2 flex min-h-14 w-fit max-w-full flex-wrap items-center gap-x-3 rounded-card bg-ground ps-4 pe-1">
            <code dir="ltr" className="text-2xl font-bold tracking-wider wrap-anywhere select-all sm:text-4xl">
              {code}
            </code>
            <CopyButton text={code} label={t("trakt.copyCode")} />
          </p>
        </li>
      </ol>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line/70 pt-3">
        <p role="status" className="text-sm text-muted">
          {t("trakt.waiting")}
        </p>
        <Deed look="bare" className="-ms-5 sm:ms-0 sm:-me-3" deed={cancel}>
          {t("dialog.cancel")}
        </Deed>
      </div>
    </Ticket>
  );
}

function Left({ until }: { until: string | null | undefined }) {
  const { t } = useTranslation();
  const [seconds] = useState(() => (until ? Math.max(0, Math.round((Date.parse(until) - Date.now()) / 1_000)) : 0));
  const { left } = useCountdown(seconds);
  return (
    <span role="timer" aria-label={t("trakt.left")} className="text-2xs font-semibold tabular-nums">
      {clock(left)}
    </span>
  );
}
