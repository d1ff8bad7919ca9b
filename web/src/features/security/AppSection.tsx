import { useQuery } from "@tanstack/react-query";
import { ScanQrCode } from "lucide-react";
import { useState } from "react";
import { api, done } from "@/api/client";
import { Deed } from "@/components/form/Deed";
import { Loaded } from "@/components/organisms/Loaded";
import { Badge } from "@/components/atoms/Badge";
import { Row, Rows } from "@/components/molecules/Rows";
import { Section } from "@/components/molecules/Section";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { useMoment } from "@/lib/useMoment";
import { AppDialog } from "./AppDialog";
import { fetchSecret, type Secret } from "./secret";
import { authenticatorsQuery } from "./queries";
import { instant } from "./instant";

/** Codes of an authenticator app as the second step of signing in. */
export function AppSection() {
  const { t } = useTranslation();
  const moment = useMoment();
  const again = useAgain();
  const authenticators = useQuery(authenticatorsQuery());
  const [secret, setSecret] = useState<Secret | null>(null);
  const remove = async () => {
    await done(api.DELETE("/api/v1/auth/browser/v1/account/authenticators/totp"));
    await again(authenticatorsQuery());
  };
  return (
    <Section title={t("app2fa.title")} hint={t("app2fa.hint")}>
      <Loaded of={authenticators}>
        {(list) => {
          const app = list.find(({ type }) => type === "totp");
          if (!app) {
            return (
              <Deed
                deed={async () => {
                  setSecret(await fetchSecret());
                }}
              >
                <ScanQrCode aria-hidden />
                {t("app2fa.setUp")}
              </Deed>
            );
          }
          return (
            <Rows>
              <Row
                title={t("app2fa.app")}
                badges={<Badge look="good">{t("app2fa.on")}</Badge>}
                detail={t("rows.added", { when: moment(instant(app.created_at)) })}
              >
                <Deed look="bare" className="px-3" deed={remove}>
                  {t("app2fa.turnOff")}
                </Deed>
              </Row>
            </Rows>
          );
        }}
      </Loaded>
      {secret && (
        <AppDialog
          secret={secret}
          close={() => {
            setSecret(null);
            void again(authenticatorsQuery());
          }}
        />
      )}
    </Section>
  );
}
