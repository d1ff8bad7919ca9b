import { useState } from "react";
import { api, body, done } from "@/api/client";
import type { SmsSettings } from "@/api/types";
import { Form, type Values } from "@/components/form/Form";
import { FormComplaint } from "@/components/form/FormComplaint";
import { Saved } from "@/components/form/Saved";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { Notice } from "@/components/molecules/Notice";
import { SelectField } from "@/components/molecules/SelectField";
import { useMe } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";
import { choice } from "@/lib/search";
import { useAgain } from "@/lib/useAgain";
import { ENCODINGS, GatewayFields } from "./GatewayFields";
import { pairsOf } from "./pairs";
import { connectionsQuery } from "./queries";
import { SecretField, secretOf } from "./SecretField";
import { smsQuery } from "./settingsQueries";
import { TestForm } from "./TestForm";

type SmsChoice = SmsSettings["choice"];
type Kind = SmsChoice["kind"];

const KINDS = ["folder", "twilio", "gateway"] as const satisfies readonly Kind[];

/** How text messages leave the house. */
export function SmsForm({ settings: { choice: kept, hasSecret } }: { settings: SmsSettings }) {
  const { t } = useTranslation();
  const again = useAgain();
  const me = useMe();
  const [kind, setKind] = useState<Kind>(kept.kind);
  const [saved, setSaved] = useState(0);
  const same = kind === kept.kind; // else what is kept belongs to another service
  const save = async (values: Values) => {
    await body(api.PUT("/api/v1/settings/sms", { body: { choice: choiceOf(kind, values), ...secretOf(values) } }));
    setSaved(Date.now());
    await again(smsQuery(), connectionsQuery());
  };
  return (
    <>
      <Form deed={save}>
        <FormComplaint />
        <SelectField
          label={t("mail.kind")}
          value={kind}
          onChange={(event) => {
            setKind(choice(event.target.value, KINDS) ?? "folder");
          }}
        >
          {KINDS.map((name) => (
            <option key={name} value={name}>
              {t(`sms.kinds.${name}`)}
            </option>
          ))}
        </SelectField>
        {kind === "folder" && <Notice>{t("mail.folder")}</Notice>}
        {kind === "twilio" && (
          <PlainField
            name="accountSid"
            label={t("sms.accountSid")}
            defaultValue={kept.kind === "twilio" ? kept.accountSid : ""}
            required
            placeholder="AC…"
          />
        )}
        {kind === "gateway" && <GatewayFields kept={kept.kind === "gateway" ? kept : undefined} />}
        {kind !== "folder" && (
          <>
            <SecretField label={t("sms.secret")} kept={same && hasSecret} />
            <PlainField
              name="sender"
              label={t("mail.sender")}
              defaultValue={same ? kept.sender : ""}
              required={kind === "twilio"}
              placeholder="+4930123456"
            />
          </>
        )}
        <div className="flex items-center gap-4">
          <Submit>{t("form.save")}</Submit>
          <Saved at={saved} />
        </div>
      </Form>
      <TestForm
        type="tel"
        label={t("mail.testTo")}
        to={me?.phone ?? ""}
        send={(to) => done(api.POST("/api/v1/settings/sms/test", { body: { to } }))}
      />
    </>
  );
}

function choiceOf(kind: Kind, values: Values): SmsChoice {
  const sender = values.sender?.trim() ?? "";
  if (kind === "folder") return { kind };
  if (kind === "twilio") return { kind, accountSid: values.accountSid?.trim() ?? "", sender };
  return {
    kind,
    url: values.url?.trim() ?? "",
    encoding: choice(values.encoding, ENCODINGS),
    fields: pairsOf(values.fields ?? ""),
    headers: pairsOf(values.headers ?? ""),
    sender,
  };
}
