import { useState } from "react";
import { api, body } from "@/api/client";
import type { IdentityProvider } from "@/api/types";
import { CopyButton } from "@/components/molecules/CopyButton";
import { Form, type Values } from "@/components/form/Form";
import { FormComplaint } from "@/components/form/FormComplaint";
import { Submit } from "@/components/form/Submit";
import { SwitchField } from "@/components/form/SwitchField";
import { PlainField, TextField } from "@/components/form/TextField";
import { Modal } from "@/components/organisms/Modal";
import { SelectField } from "@/components/molecules/SelectField";
import { signInConfigQuery } from "@/features/auth/queries";
import { useTranslation } from "@/i18n/i18n";
import { choice } from "@/lib/search";
import { useAgain } from "@/lib/useAgain";
import { SecretField } from "./SecretField";
import { identityProvidersQuery } from "./settingsQueries";

const KINDS = ["google", "facebook", "github", "x", "oidc"] as const satisfies readonly IdentityProvider["kind"][];

/** A provider that is new, or changed. */
export function IdentityProviderDialog({ provider, close }: { provider: IdentityProvider | null; close: () => void }) {
  const { t } = useTranslation();
  const again = useAgain();
  const [kind, setKind] = useState(provider?.kind ?? "google");
  const save = async ({ name = "", clientId = "", secret, issuer, isActive }: Values) => {
    const wish = { name: name.trim(), clientId: clientId.trim(), ...(secret && { clientSecret: secret }) };
    await (provider
      ? body(
          api.PATCH("/api/v1/identity-providers/{provider_id}", {
            params: { path: { provider_id: provider.id } },
            body: { ...wish, isActive: isActive === "on" },
          }),
        )
      : body(
          api.POST("/api/v1/identity-providers", { body: { clientSecret: "", ...wish, kind, issuer: issuer?.trim() } }),
        ));
    close();
    await again(identityProvidersQuery(), signInConfigQuery());
  };
  return (
    <Modal title={provider ? provider.name : t("identity.add")} close={close}>
      <Form deed={save} aliases={{ clientSecret: "secret" }}>
        <FormComplaint />
        {!provider && (
          <SelectField
            label={t("identity.kind")}
            hint={t("identity.kindHint")}
            value={kind}
            onChange={(event) => {
              setKind(choice(event.target.value, KINDS) ?? "oidc");
            }}
          >
            {KINDS.map((name) => (
              <option key={name} value={name}>
                {t(`identity.kinds.${name}`)}
              </option>
            ))}
          </SelectField>
        )}
        <TextField
          key={kind}
          name="name"
          label={t("form.name")}
          hint={t("identity.nameHint")}
          defaultValue={provider?.name ?? (kind === "oidc" ? "" : t(`identity.kinds.${kind}`))}
          required
          maxLength={40}
        />
        {kind === "oidc" && (
          <PlainField
            name="issuer"
            type="url"
            label={t("identity.issuer")}
            defaultValue={provider?.issuer}
            readOnly={provider !== null}
            hint={provider ? t("identity.issuerStays") : undefined}
            placeholder="https://id.example.org"
            required
          />
        )}
        <PlainField
          name="clientId"
          label={t("identity.clientId")}
          defaultValue={provider?.clientId}
          required
          autoComplete="off"
        />
        <SecretField label={t("identity.clientSecret")} kept={Boolean(provider)} />
        {provider && (
          <>
            <SwitchField name="isActive" label={t("identity.active")} on={provider.isActive} />
            <CallbackAddress address={provider.callback} />
          </>
        )}
        <Submit className="w-full">{t("form.save")}</Submit>
      </Form>
    </Modal>
  );
}

/** What the provider wants to be told: where it may send people back to. */
function CallbackAddress({ address }: { address: string }) {
  const { t } = useTranslation();
  return (
    <div className="rounded-card bg-ground px-4 py-3 text-2xs">
      <p className="text-muted">{t("identity.callback")}</p>
      <p className="mt-1 flex items-center justify-between gap-2">
        <code className="wrap-anywhere select-all">{address}</code>
        <CopyButton text={address} label={t("identity.copyCallback")} />
      </p>
    </div>
  );
}
