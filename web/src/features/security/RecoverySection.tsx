import { useQuery } from "@tanstack/react-query";
import { LifeBuoy } from "lucide-react";
import { useState } from "react";
import { api, body } from "@/api/client";
import type { RecoveryCodes } from "@/api/types";
import { Deed } from "@/components/form/Deed";
import { Loaded } from "@/components/organisms/Loaded";
import { Row, Rows } from "@/components/molecules/Rows";
import { Section } from "@/components/molecules/Section";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { authenticatorsQuery } from "./queries";
import { RecoveryDialog } from "./RecoveryDialog";

const ADDRESS = "/api/v1/auth/browser/v1/account/authenticators/recovery-codes";

/** Codes for the day the phone is lost; there are some once there is a second step at all. */
export function RecoverySection() {
  const { t } = useTranslation();
  const again = useAgain();
  const authenticators = useQuery(authenticatorsQuery());
  const [codes, setCodes] = useState<string[] | null>(null);
  const renew = async () => {
    const { data } = (await body(api.POST(ADDRESS))) as { data: RecoveryCodes };
    setCodes(data.unused_codes);
    await again(authenticatorsQuery());
  };
  const show = async () => {
    const { data } = await body(api.GET(ADDRESS));
    const shown = (data as Partial<RecoveryCodes>).unused_codes;
    if (shown) setCodes(shown);
    else await renew(); // they are shown once
  };
  return (
    <Section title={t("recovery.title")} hint={t("recovery.hint")}>
      <Loaded of={authenticators}>
        {(list) => {
          const kept = list.find((item) => item.type === "recovery_codes");
          if (!kept) return <p className="text-sm text-muted">{t("recovery.none")}</p>;
          const counts = { left: kept.unused_code_count, total: kept.total_code_count };
          return (
            <Rows>
              <Row icon={<LifeBuoy aria-hidden className="size-5 text-muted" />} title={t("recovery.left", counts)}>
                <Deed look="bare" className="px-3" deed={show}>
                  {t("recovery.show")}
                </Deed>
                <Deed look="bare" className="px-3" deed={renew}>
                  {t("recovery.renew")}
                </Deed>
              </Row>
            </Rows>
          );
        }}
      </Loaded>
      {codes && (
        <RecoveryDialog
          codes={codes}
          close={() => {
            setCodes(null);
          }}
        />
      )}
    </Section>
  );
}
