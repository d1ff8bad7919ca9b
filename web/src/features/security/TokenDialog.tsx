import { useState } from "react";
import type * as z from "zod/mini";
import { zNewToken, zScope } from "@/api/bodies/zod.gen";
import { api, body } from "@/api/client";
import { CopyButton } from "@/components/molecules/CopyButton";
import { ChoiceField } from "@/components/form/ChoiceField";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { SwitchField } from "@/components/form/SwitchField";
import { TextField } from "@/components/form/TextField";
import { Modal } from "@/components/organisms/Modal";
import { useMe } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { tokensQuery } from "./queries";

type NewToken = z.output<typeof zNewToken>;
const usual: Partial<NewToken> = { scopes: ["read"], expiresInDays: 90 };
const DAYS = [7, 30, 90, 365] as const;

/** Makes a token and shows it, this once. */
export function TokenDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const again = useAgain();
  const [token, setToken] = useState("");
  const make = async (wish: NewToken) => {
    const made = await body(api.POST("/api/v1/me/tokens", { body: wish }));
    setToken(made.token);
    await again(tokensQuery());
  };
  if (token) {
    return (
      <Modal title={t("tokens.made")} detail={t("tokens.shownOnce")} close={close}>
        <code className="block rounded-card bg-ground px-4 py-3 text-sm wrap-anywhere select-all">{token}</code>
        <div className="mt-5">
          <CopyButton text={token} />
        </div>
      </Modal>
    );
  }
  return (
    <Modal title={t("tokens.make")} close={close}>
      <Form schema={zNewToken} values={usual} deed={make}>
        <TextField name="name" label={t("form.name")} hint={t("tokens.nameHint")} />
        <Scopes />
        <ChoiceField numeric name="expiresInDays" label={t("tokens.lifetime")}>
          {DAYS.map((days) => (
            <option key={days} value={days}>
              {t("tokens.days", { count: days })}
            </option>
          ))}
          <option value="">{t("tokens.forever")}</option>
        </ChoiceField>
        <Submit className="w-full">{t("tokens.make")}</Submit>
      </Form>
    </Modal>
  );
}

function Scopes() {
  const { t } = useTranslation();
  const me = useMe();
  const offered = zScope.options.filter((scope) => scope !== "admin" || me?.role === "administrator");
  return (
    <fieldset className="space-y-3">
      <legend className="mb-2 text-sm font-semibold">{t("tokens.may")}</legend>
      {offered.map((scope) => (
        <SwitchField
          key={scope}
          name="scopes"
          value={scope}
          label={t(`tokens.scopes.${scope}`)}
          hint={t(`tokens.scopeHints.${scope}`)}
        />
      ))}
    </fieldset>
  );
}
