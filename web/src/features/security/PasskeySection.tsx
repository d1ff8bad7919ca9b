import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { api, body, done } from "@/api/client";
import type { Passkey } from "@/api/types";
import { Deed } from "@/components/form/Deed";
import { LoadedRows } from "@/components/organisms/LoadedRows";
import { Notice } from "@/components/molecules/Notice";
import { DialogButton } from "@/components/molecules/DialogButton";
import { Row } from "@/components/molecules/Rows";
import { Section } from "@/components/molecules/Section";
import { makePasskey, passkeysWork } from "@/features/auth/webauthn";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { useMoment } from "@/lib/useMoment";
import { instant } from "./instant";
import { NameDialog } from "./NameDialog";
import { authenticatorsQuery } from "./queries";

const ADDRESS = "/api/v1/auth/browser/v1/account/authenticators/webauthn";

/** Passkeys: a fingerprint, a face or a key instead of a password. */
export function PasskeySection() {
  const { t } = useTranslation();
  const again = useAgain();
  const passkeys = useQuery({
    ...authenticatorsQuery(),
    select: (list) => list.filter((item) => item.type === "webauthn"),
  });
  const add = async (name: string) => {
    const { data } = await body(api.GET(ADDRESS, { params: { query: { passwordless: true } } }));
    const credential = await makePasskey(data.creation_options);
    if (!credential) return;
    await body(api.POST(ADDRESS, { body: { name, credential } }));
    await again(authenticatorsQuery());
  };
  return (
    <Section title={t("passkeys.title")} hint={t("passkeys.hint")}>
      <LoadedRows of={passkeys}>{(passkey) => <PasskeyRow key={passkey.id} passkey={passkey} />}</LoadedRows>
      {passkeysWork() ? (
        <DialogButton
          dialog={(close) => (
            <NameDialog
              title={t("passkeys.add")}
              detail={t("passkeys.nameHint")}
              name={t("passkeys.thisDevice")}
              submit={t("passkeys.go")}
              deed={add}
              close={close}
            />
          )}
        >
          <KeyRound aria-hidden />
          {t("passkeys.add")}
        </DialogButton>
      ) : (
        <Notice>
          {t("passkeys.needName", {
            host: window.location.hostname,
            address: `http://localhost:${window.location.port}`,
          })}
        </Notice>
      )}
    </Section>
  );
}

function PasskeyRow({ passkey: { id, name, created_at, last_used_at } }: { passkey: Passkey }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const again = useAgain();
  const rename = async (chosen: string) => {
    await done(api.PUT(ADDRESS, { body: { id, name: chosen } }));
    await again(authenticatorsQuery());
  };
  const added = t("rows.added", { when: moment(instant(created_at)) });
  const used = last_used_at ? t("rows.used", { when: moment(instant(last_used_at)) }) : t("rows.neverUsed");
  return (
    <Row title={name} detail={`${added} · ${used}`}>
      <DialogButton
        look="bare"
        className="px-3"
        label={t("rows.renameThis", { name })}
        dialog={(close) => (
          <NameDialog title={t("passkeys.rename")} name={name} submit={t("form.save")} deed={rename} close={close} />
        )}
      >
        {t("rows.rename")}
      </DialogButton>
      <Deed
        look="bare"
        className="px-3"
        label={t("rows.removeThis", { name })}
        deed={async () => {
          await done(api.DELETE(ADDRESS, { body: { authenticators: [id] } }));
          await again(authenticatorsQuery());
        }}
      >
        {t("rows.remove")}
      </Deed>
    </Row>
  );
}
