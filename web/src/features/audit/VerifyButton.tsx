import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { api, body } from "@/api/client";
import { Deed } from "@/components/form/Deed";
import { Modal } from "@/components/organisms/Modal";
import { Notice } from "@/components/molecules/Notice";
import { useTranslation } from "@/i18n/i18n";

/** Has the chain of the log checked: whether anything was changed or taken out. */
export function VerifyButton() {
  const { t } = useTranslation();
  const [verdict, setVerdict] = useState<{ ok: boolean; checked: number; problem: string | null } | null>(null);
  const verify = async () => {
    setVerdict(await body(api.POST("/api/v1/audit/verify")));
  };
  return (
    <>
      <Deed deed={verify}>
        <ShieldCheck aria-hidden />
        {t("audit.verify")}
      </Deed>
      {verdict && (
        <Modal
          title={t("audit.verify")}
          close={() => {
            setVerdict(null);
          }}
        >
          <Notice look={verdict.ok ? "good" : "warn"}>
            {verdict.ok ? t("audit.whole", { count: verdict.checked }) : verdict.problem}
          </Notice>
        </Modal>
      )}
    </>
  );
}
