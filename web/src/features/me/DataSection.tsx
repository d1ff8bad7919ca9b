import { Link } from "@tanstack/react-router";
import { ArrowLeftRight, Download, Trash2 } from "lucide-react";
import { api, done } from "@/api/client";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { DialogButton } from "@/components/molecules/DialogButton";
import { Section } from "@/components/molecules/Section";
import { ConfirmDialog } from "@/components/organisms/ConfirmDialog";
import { useTranslation } from "@/i18n/i18n";
import { useLeave } from "./useSignOut";

/** What is kept about somebody: to take along, and to be gone for good. */
export function DataSection() {
  const { t } = useTranslation();
  return (
    <Section title={t("profile.data")} hint={t("profile.dataHint")}>
      <div className="flex flex-wrap items-start gap-3">
        <Link to="/imports" className={buttonStyle()}>
          <ArrowLeftRight aria-hidden />
          {t("profile.transfer")}
        </Link>
        <a href="/api/v1/me/export" download className={buttonStyle()}>
          <Download aria-hidden />
          {t("profile.download")}
        </a>
        <DialogButton look="bare" className="text-bad!" dialog={(close) => <DeleteDialog close={close} />}>
          <Trash2 aria-hidden />
          {t("profile.delete")}
        </DialogButton>
      </div>
    </Section>
  );
}

function DeleteDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const leave = useLeave();
  return (
    <ConfirmDialog
      title={t("profile.deleteTitle")}
      detail={t("profile.deleteDetail")}
      yes={t("profile.deleteSure")}
      deed={async () => {
        await done(api.DELETE("/api/v1/me"));
        await leave();
      }}
      close={close}
    />
  );
}
