import { useState } from "react";
import * as z from "zod/mini";
import { zNewProvider, zProviderChange, zProviderKind } from "@/api/bodies/zod.gen";
import { api, body } from "@/api/client";
import type { IdentityProvider } from "@/api/types";
import { filled } from "@/components/form/checks";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { SwitchField } from "@/components/form/SwitchField";
import { PlainField, TextField } from "@/components/form/TextField";
import { CopyButton } from "@/components/molecules/CopyButton";
import { SelectField } from "@/components/molecules/SelectField";
import { Modal } from "@/components/organisms/Modal";
import { signInConfigQuery } from "@/features/auth/queries";
import { useTranslation } from "@/i18n/i18n";
import { choice } from "@/lib/search";
import { useAgain } from "@/lib/useAgain";
import { SecretField } from "./SecretField";
import { identityProvidersQuery } from "./settingsQueries";

type Kind = IdentityProvider["kind"];

const KINDS = zProviderKind.options;
const named = z.extend(zNewProvider, { name: filled.check(z.maxLength(40)) });
const discovered = z.extend(named, { issuer: z.url() });

interface Props {
  /** The one to change; null for a new one. */
  provider: IdentityProvider | null;
  close: () => void;
}

/** A provider that is new, or changed. */
export function IdentityProviderDialog({ provider, close }: Props) {
  const { t } = useTranslation();
  const again = useAgain();
  const done = async (saving: Promise<unknown>) => {
    await saving;
    close();
    await again(identityProvidersQuery(), signInConfigQuery());
  };
  return (
    <Modal title={provider ? provider.name : t("identity.add")} close={close}>
      {provider ? <ChangeForm provider={provider} done={done} /> : <NewForm done={done} />}
    </Modal>
  );
}

type Done = (saving: Promise<unknown>) => Promise<void>;

function NewForm({ done }: { done: Done }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>("google");
  return (
    <div className="space-y-5">
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
      <Form
        key={kind} // what was typed belongs to another provider
        schema={kind === "oidc" ? discovered : named}
        values={{ kind, name: kind === "oidc" ? "" : t(`identity.kinds.${kind}`) }}
        deed={(wish) => done(body(api.POST("/api/v1/identity-providers", { body: wish })))}
      >
        <Fields kind={kind} kept={false} />
        <Submit className="w-full">{t("form.save")}</Submit>
      </Form>
    </div>
  );
}

function ChangeForm({ provider, done }: { provider: IdentityProvider; done: Done }) {
  const { t } = useTranslation();
  const params = { path: { provider_id: provider.id } };
  return (
    <Form
      schema={zProviderChange}
      values={provider}
      deed={(change) => done(body(api.PATCH("/api/v1/identity-providers/{provider_id}", { params, body: change })))}
    >
      <Fields kind={provider.kind} kept />
      <SwitchField name="isActive" label={t("identity.active")} />
      <CallbackAddress address={provider.callback} />
      <Submit className="w-full">{t("form.save")}</Submit>
    </Form>
  );
}

function Fields({ kind, kept }: { kind: Kind; kept: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <TextField name="name" label={t("form.name")} hint={t("identity.nameHint")} />
      {kind === "oidc" && (
        <PlainField
          name="issuer"
          type="url"
          label={t("identity.issuer")}
          readOnly={kept}
          hint={kept ? t("identity.issuerStays") : undefined}
          placeholder="https://id.example.org"
        />
      )}
      <PlainField name="clientId" label={t("identity.clientId")} autoComplete="off" />
      <SecretField name="clientSecret" label={t("identity.clientSecret")} kept={kept} />
    </>
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
