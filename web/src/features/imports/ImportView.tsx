import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { buttonStyle, chipStyle } from "@/components/atoms/buttonStyle";
import { Deed } from "@/components/form/Deed";
import { DialogButton } from "@/components/molecules/DialogButton";
import { Notice } from "@/components/molecules/Notice";
import { ConfirmDialog } from "@/components/organisms/ConfirmDialog";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { ImportProgress } from "./ImportProgress";
import { ImportRows } from "./ImportRows";
import { NoTmdb } from "./NoTmdb";
import { isWorkedOn, standingOf, type Import } from "./queries";
import { countIn, tabsOf, type Tab } from "./tabs";
import { useImportDeeds } from "./useImportDeeds";

/** One file that was brought along: how far it is, what its rows mean, and what is to be done with them. */
export function ImportView({ run }: { run: Import }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const tabs = tabsOf(run);
  const [wished, setTab] = useState<Tab>("matched");
  const tab = tabs.includes(wished) ? wished : tabs[0];
  return (
    <>
      <Link to="/imports" className={buttonStyle("bare", "-ms-5")}>
        <ArrowLeft aria-hidden className="rtl:-scale-x-100" />
        {t("imports.all")}
      </Link>
      <h2 dir="auto" className="display mt-2 text-heading wrap-anywhere">
        {run.fileName}
      </h2>
      <div className="mt-4 mb-8 space-y-4">
        {run.error && <Notice look="warn">{run.error}</Notice>}
        {isWorkedOn(run) ? <ImportProgress run={run} /> : <State run={run} />}
        {!isWorkedOn(run) && run.publicLists > 0 && (
          <div className="max-w-prose">
            <Notice look="warn">{t("imports.willBePublic", { count: run.publicLists })}</Notice>
          </div>
        )}
        <Deeds run={run} />
      </div>
      {run.state !== "reading" && tab && (
        <>
          <nav aria-label={t("imports.rows")} className="mb-5">
            <ul className="flex flex-wrap gap-2">
              {tabs.map((name) => (
                <li key={name}>
                  <button
                    type="button"
                    aria-pressed={name === tab}
                    className={chipStyle(name === tab)}
                    onClick={() => {
                      setTab(name);
                    }}
                  >
                    {t(`imports.tabs.${name}`)}
                    <span className="tabular-nums">{number(countIn(run, name))}</span>
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          {tab === "missing" && run.lacksTmdb && <NoTmdb />}
          <ImportRows key={tab} run={run} tab={tab} />
        </>
      )}
    </>
  );
}

function State({ run }: { run: Import }) {
  const { t } = useTranslation();
  return (
    <p role="status" className="max-w-prose text-muted">
      {t(`imports.hints.${standingOf(run)}`)} {run.inPart > 0 && t("imports.partly", { count: run.inPart })}{" "}
      {run.counts.awaited > 0 && t("imports.awaited")}
    </p>
  );
}

function Deeds({ run }: { run: Import }) {
  const { t } = useTranslation();
  const { apply, stop, forget } = useImportDeeds();
  return (
    <div className="flex flex-wrap items-start gap-3">
      {run.canApply && (
        <Deed look="solid" deed={() => apply(run.id)}>
          {t("imports.apply")}
        </Deed>
      )}
      {run.canUndo && (
        <DialogButton dialog={(close) => <UndoDialog run={run} close={close} />}>{t("imports.undo")}</DialogButton>
      )}
      {run.state !== "undoing" && (
        <Deed look="bare" deed={() => (run.state === "applying" ? stop(run.id) : forget(run.id))}>
          {t(isWorkedOn(run) ? "imports.cancel" : "imports.remove")}
        </Deed>
      )}
    </div>
  );
}

function UndoDialog({ run, close }: { run: Import; close: () => void }) {
  const { t } = useTranslation();
  const { undo } = useImportDeeds();
  return (
    <ConfirmDialog
      title={t("imports.undoTitle")}
      detail={t("imports.undoDetail", { count: run.counts.applied })}
      yes={t("imports.undoSure", { count: run.counts.applied })}
      deed={async () => {
        await undo(run.id);
        close();
      }}
      close={close}
    />
  );
}
