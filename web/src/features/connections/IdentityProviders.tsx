import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { api, done } from "@/api/client";
import type { IdentityProvider } from "@/api/types";
import { Deed } from "@/components/form/Deed";
import { LoadedRows } from "@/components/organisms/LoadedRows";
import { Badge } from "@/components/atoms/Badge";
import { DialogButton } from "@/components/molecules/DialogButton";
import { Row } from "@/components/molecules/Rows";
import { signInConfigQuery } from "@/features/auth/queries";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { IdentityProviderDialog } from "./IdentityProviderDialog";
import { identityProvidersQuery } from "./settingsQueries";

/** Where else people may sign in from. */
export function IdentityProviders() {
  const { t } = useTranslation();
  const providers = useQuery(identityProvidersQuery());
  return (
    <>
      <LoadedRows of={providers}>{(provider) => <ProviderRow key={provider.id} provider={provider} />}</LoadedRows>
      <DialogButton dialog={(close) => <IdentityProviderDialog provider={null} close={close} />}>
        <Plus aria-hidden />
        {t("identity.add")}
      </DialogButton>
    </>
  );
}

function ProviderRow({ provider }: { provider: IdentityProvider }) {
  const { t } = useTranslation();
  const again = useAgain();
  const [answers, setAnswers] = useState(false);
  const { id, name, kind, clientId, isActive } = provider;
  const params = { path: { provider_id: id } };
  return (
    <Row
      title={name}
      badges={
        <>
          <Badge>{t(`identity.kinds.${kind}`)}</Badge>
          <span role="status" className="empty:hidden">
            {answers && <Badge look="good">{t("identity.answers")}</Badge>}
          </span>
          {!isActive && <Badge look="warn">{t("users.inactive")}</Badge>}
        </>
      }
      detail={clientId}
    >
      <Deed
        look="bare"
        className="px-3"
        label={t("services.testThis", { name })}
        deed={async () => {
          setAnswers(false);
          await done(api.POST("/api/v1/identity-providers/{provider_id}/test", { params }));
          setAnswers(true);
        }}
      >
        {t("services.testShort")}
      </Deed>
      <DialogButton
        look="bare"
        className="px-3"
        label={t("rows.editThis", { name })}
        dialog={(close) => <IdentityProviderDialog provider={provider} close={close} />}
      >
        {t("rows.edit")}
      </DialogButton>
      <Deed
        look="bare"
        className="px-3"
        label={t("rows.removeThis", { name })}
        deed={async () => {
          await done(api.DELETE("/api/v1/identity-providers/{provider_id}", { params }));
          await again(identityProvidersQuery(), signInConfigQuery());
        }}
      >
        {t("rows.remove")}
      </Deed>
    </Row>
  );
}
