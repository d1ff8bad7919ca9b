import { useState } from "react";
import { api, body, done } from "@/api/client";
import type { MailSettings } from "@/api/types";
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
import { connectionsQuery } from "./queries";
import { SecretField, secretOf } from "./SecretField";
import { mailQuery } from "./settingsQueries";
import { SECURITIES, SmtpFields } from "./SmtpFields";
import { TestForm } from "./TestForm";

type MailChoice = MailSettings["choice"];
type Kind = MailChoice["kind"];

const KINDS = ["folder", "smtp", "sendgrid"] as const satisfies readonly Kind[];

/** How e-mail leaves the house. */
export function MailForm({ settings: { choice: kept, hasSecret } }: { settings: MailSettings }) {
  const { t } = useTranslation();
  const again = useAgain();
  const me = useMe();
  const [kind, setKind] = useState<Kind>(kept.kind);
  const [saved, setSaved] = useState(0);
  const same = kind === kept.kind; // else what is kept belongs to another service
  const save = async (values: Values) => {
    await body(api.PUT("/api/v1/settings/mail", { body: { choice: choiceOf(kind, values), ...secretOf(values) } }));
    setSaved(Date.now());
    await again(mailQuery(), connectionsQuery());
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
              {t(`mail.kinds.${name}`)}
            </option>
          ))}
        </SelectField>
        {kind === "folder" && <Notice>{t("mail.folder")}</Notice>}
        {kind === "smtp" && <SmtpFields kept={kept.kind === "smtp" ? kept : undefined} />}
        {kind !== "folder" && (
          <>
            <SecretField label={t(kind === "smtp" ? "form.password" : "mail.key")} kept={same && hasSecret} />
            <PlainField
              name="sender"
              label={t("mail.sender")}
              defaultValue={same ? kept.sender : ""}
              required
              placeholder="Matinee <matinee@example.org>"
            />
          </>
        )}
        <div className="flex items-center gap-4">
          <Submit>{t("form.save")}</Submit>
          <Saved at={saved} />
        </div>
      </Form>
      <TestForm
        type="email"
        label={t("mail.testTo")}
        to={me?.email ?? ""}
        send={(to) => done(api.POST("/api/v1/settings/mail/test", { body: { to } }))}
      />
    </>
  );
}

function choiceOf(kind: Kind, { host = "", port, security, username = "", sender = "" }: Values): MailChoice {
  if (kind === "folder") return { kind };
  if (kind === "sendgrid") return { kind, sender: sender.trim() };
  return {
    kind,
    host: host.trim(),
    port: Number(port),
    security: choice(security, SECURITIES),
    username: username.trim(),
    sender: sender.trim(),
  };
}
