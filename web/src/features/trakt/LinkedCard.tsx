import { CircleCheck, LoaderCircle, RefreshCw } from "lucide-react";
import { ServersWords } from "@/components/atoms/ServersWords";
import { Deed } from "@/components/form/Deed";
import { DialogButton } from "@/components/molecules/DialogButton";
import { Notice } from "@/components/molecules/Notice";
import { Ticket } from "@/components/molecules/Ticket";
import { ConfirmDialog } from "@/components/organisms/ConfirmDialog";
import { useTranslation } from "@/i18n/i18n";
import { useMoment } from "@/lib/useMoment";
import type { TraktLink } from "./queries";
import { SyncReport } from "./SyncReport";
import { useTraktDeeds } from "./useTraktDeeds";

/** A link that holds: since when, when both sides were compared, and what that brought. */
export function LinkedCard({ link }: { link: TraktLink }) {
  const { t } = useTranslation();
  const { sync, unlink } = useTraktDeeds();
  const isBusy = link.isSyncing;
  const Icon = isBusy ? LoaderCircle : CircleCheck;
  return (
    <>
      {link.error && (
        <Notice look="warn">
          <p className="font-semibold text-ink">{t("trakt.unfinished")}</p>
          <ServersWords words={link.error} />
        </Notice>
      )}
      {!link.isOffered && <Notice look="warn">{t("trakt.resting")}</Notice>}
      <Ticket
        stub={
          <>
            <Icon aria-hidden className={isBusy ? "size-7 animate-spin text-accent" : "size-7 text-good"} />
            <span className="text-2xs font-semibold">{t(isBusy ? "trakt.comparing" : "trakt.linked")}</span>
          </>
        }
      >
        <p className="display text-xl">
          <bdi>{link.username ?? t("trakt.name")}</bdi>
        </p>
        <Times link={link} />
        <p role="status" className="mt-2 text-sm text-muted empty:hidden">
          {isBusy && t(link.syncedAt ? "trakt.comparingNow" : "trakt.first")}
        </p>
        {link.report && !isBusy && <SyncReport report={link.report} />}
        <div className="mt-3 -ms-3 flex flex-wrap items-start">
          {link.isOffered && !isBusy && (
            <Deed look="bare" className="px-3" deed={sync}>
              <RefreshCw aria-hidden />
              {t("trakt.sync")}
            </Deed>
          )}
          <DialogButton
            look="bare"
            className="px-3"
            dialog={(close) => (
              <ConfirmDialog
                title={t("trakt.unlinkTitle")}
                detail={t("trakt.unlinkDetail")}
                yes={t("links.unlink")}
                deed={unlink}
                close={close}
              />
            )}
          >
            {t("links.unlink")}
          </DialogButton>
        </div>
      </Ticket>
    </>
  );
}

function Times({ link: { linkedAt, syncedAt } }: { link: TraktLink }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const times = [
    { name: t("connections.since"), at: linkedAt },
    { name: t("trakt.synced"), at: syncedAt },
  ];
  return (
    <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2 text-2xs">
      {times.map(
        ({ name, at }) =>
          at && (
            <div key={name}>
              <dt className="text-muted">{name}</dt>
              <dd className="mt-0.5">
                <time dateTime={at}>{moment(at)}</time>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
